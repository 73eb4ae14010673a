package dev.voicebot.engine.sherpa;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.language.EastAsian;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** Spells a phrase in the tokens of a wake word model: Chinese by its pinyin, other words by the model's dictionary. */
final class WakePhrase {
    private static final Pattern PART = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}'&&\\P{IsHan}]+");
    private static final Pattern INITIAL = Pattern.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]");
    private static final int SHORTEST_HALF = 3; // letters
    private static final String BREVES = "ăĕĭŏŭ"; // the library's mark of the third tone
    private static final String CARONS = "ǎěǐǒǔ";
    private static final HanyuPinyinOutputFormat WITH_TONES = withTones();

    private final Set<String> tokens;
    private final Map<String, List<String>> words;

    private WakePhrase(Set<String> tokens, Map<String, List<String>> words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** Reads the model's tokens, and its dictionary where it has one: a word and its tokens on each line. */
    static WakePhrase of(LocalModel model) {
        Map<String, List<String>> words = new HashMap<>();
        model.find("lexicon")
                .ifPresent(lexicon -> lines(lexicon)
                        .forEach(line ->
                                words.putIfAbsent(line.get(0).toLowerCase(Locale.ROOT), line.subList(1, line.size()))));
        Set<String> tokens = new HashSet<>();
        lines(model.file("tokens")).forEach(line -> tokens.add(line.get(0)));
        return new WakePhrase(tokens, words);
    }

    private static List<List<String>> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> List.of(line.strip().split("\\s+")))
                    .filter(line -> line.size() > 1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The phrase as the model takes it.
     *
     * @throws AssistantException SETTINGS where a part of it cannot be spelled
     */
    String spelled(String phrase) {
        List<String> spelled = new ArrayList<>();
        Matcher part = PART.matcher(phrase);
        while (part.find()) {
            spelled.addAll(tokens(part.group()).orElseThrow(() -> refused(phrase, part.group())));
        }
        if (spelled.isEmpty()) {
            throw refused(phrase, phrase);
        }
        return String.join(" ", spelled) + " @" + phrase.strip().replaceAll("\\s+", "_");
    }

    private static AssistantException refused(String phrase, String part) {
        return new AssistantException(
                FaultKind.SETTINGS,
                tr(
                        "handsfree.wake_word: cannot listen for \"%s\": the model does not know how \"%s\" sounds. Use Chinese, or"
                                + " common English words.",
                        phrase, part));
    }

    private Optional<List<String>> tokens(String part) {
        if (EastAsian.isHan(part.codePointAt(0))) {
            return pinyin(part.charAt(0)).map(WakePhrase::split).filter(tokens::containsAll);
        }
        return word(part.toLowerCase(Locale.ROOT)).filter(tokens::containsAll);
    }

    /** A name such as "voicebot" may be two words that the dictionary has. */
    private Optional<List<String>> word(String word) {
        if (words.containsKey(word)) {
            return Optional.of(words.get(word));
        }
        for (int i = word.length() - SHORTEST_HALF; i >= SHORTEST_HALF; i--) {
            List<String> first = words.get(word.substring(0, i));
            List<String> second = words.get(word.substring(i));
            if (first != null && second != null) {
                return Optional.of(
                        Stream.concat(first.stream(), second.stream()).toList());
            }
        }
        return Optional.empty();
    }

    /** The first reading of a character. */
    private static Optional<String> pinyin(char character) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character, WITH_TONES);
            return readings == null || readings.length == 0 ? Optional.empty() : Optional.of(withCarons(readings[0]));
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e); // a constant of ours
        }
    }

    private static String withCarons(String syllable) {
        String marked = syllable;
        for (int i = 0; i < BREVES.length(); i++) {
            marked = marked.replace(BREVES.charAt(i), CARONS.charAt(i));
        }
        return marked;
    }

    private static HanyuPinyinOutputFormat withTones() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITH_TONE_MARK);
        format.setVCharType(HanyuPinyinVCharType.WITH_U_UNICODE);
        return format;
    }

    private static List<String> split(String syllable) {
        Matcher initial = INITIAL.matcher(syllable);
        return initial.lookingAt() ? List.of(initial.group(), syllable.substring(initial.end())) : List.of(syllable);
    }
}
