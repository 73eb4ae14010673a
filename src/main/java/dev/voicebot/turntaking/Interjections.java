package dev.voicebot.turntaking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short utterances that ask nothing. Case, width, punctuation and repetition do not count; of several with a comma between them, each must be
 * one.
 *
 * @param backChannels say "I am listening" while a reply is spoken
 * @param stopWords end a reply
 * @param goodbyes end hands-free
 */
public record Interjections(Set<String> backChannels, Set<String> stopWords, Set<String> goodbyes) {
    private static final Pattern BREAK = Pattern.compile("[,，、.。!！?？;；…~]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Punct}]+");

    /** As they are written in the settings. */
    public static Interjections of(
            Collection<String> backChannels, Collection<String> stopWords, Collection<String> goodbyes) {
        return new Interjections(plain(backChannels), plain(stopWords), plain(goodbyes));
    }

    private static Set<String> plain(Collection<String> phrases) {
        return phrases.stream().map(Interjections::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String phrase) {
        String usual = Normalizer.normalize(phrase, Normalizer.Form.NFKC).replace('’', '\'');
        return SPACE.matcher(usual.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** As {@link TurnEnd#of}; after one of these, nothing has to follow. */
    public TurnEnd turnEnd(String words) {
        boolean isAny = isBackChannel(words) || isStopWord(words) || isGoodbye(words);
        return isAny ? TurnEnd.FINISHED : TurnEnd.of(words);
    }

    public boolean isBackChannel(String words) {
        return isAll(words, backChannels);
    }

    public boolean isStopWord(String words) {
        return isAll(words, stopWords);
    }

    public boolean isGoodbye(String words) {
        return isAll(words, goodbyes);
    }

    /** Whether it may become a back-channel with its next word. */
    public boolean beginsBackChannel(String words) {
        String begun = plain(words);
        return isBackChannel(words) || backChannels.stream().anyMatch(phrase -> phrase.startsWith(begun));
    }

    private static boolean isAll(String words, Set<String> phrases) {
        return phrases.contains(plain(words))
                || (!plain(words).isEmpty()
                        && Stream.of(BREAK.split(words))
                                .map(Interjections::plain)
                                .filter(part -> !part.isEmpty())
                                .allMatch(part -> phrases.stream().anyMatch(phrase -> repeats(part, phrase))));
    }

    /** Whether it is nothing but the phrase, once or more: "stop stop stop", "停停停". */
    private static boolean repeats(String part, String phrase) {
        return !phrase.isEmpty()
                && part.replace(" ", "").replace(phrase.replace(" ", ""), "").isEmpty();
    }
}
