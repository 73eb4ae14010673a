package dev.voicebot.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of a sentence, by its script and, among those in Latin letters, by its commonest words and accents. */
public enum WrittenLanguage {
    ENGLISH(
            "",
            "the and of to in is that it for was on are with as be this have from or by not but what all were when we"
                    + " there can an your which their if will one about you i he she they at my me do how a so no use into over out up would could than these its our any some should only other make add"
                    + " fix remove update"),
    GERMAN(
            "äöüß",
            "der die das und ist nicht ein eine mit für auf sind zu von den dem im wird auch sich des einen werden"
                    + " haben hat ich sie er es wir wie oder aber bei nach aus zum zur kostet kosten etwa über guten danke"
                    + " bitte ja nein hallo heute morgen wetter schön kein keine sehr gut noch nur kann mein dein uns ihr"),
    FRENCH(
            "éèêàçùûôîïëœ",
            "le la les des et est une un du que qui dans pour pas sur avec je vous nous il elle ce cette sont au aux de"
                    + " en par plus ne se mais ou où coûte environ bonjour merci oui non bonne très bien aussi mon ma mes votre"
                    + " notre leur été être avoir fait cela aujourd hui salut"),
    SPANISH(
            "ñáíóúé¿¡",
            "el la los las que y es un una en por con para no se del al lo su como más pero sus le ya o este sí porque"
                    + " cuesta cuestan son está tiene hola gracias buenos buenas días muy bien también hay mi tu me qué"
                    + " cómo hoy nos fue ser muchas"),
    ITALIAN(
            "àèìòù",
            "il lo gli di che è e un una per non con del della sono in si da questo come anche più nel dei costa"),
    PORTUGUESE("ãõçáâêé", "o os de que e do da em um uma para com não no na por mais as dos como mas foi ao ele das"),
    CHINESE("", ""),
    JAPANESE("", ""),
    KOREAN("", ""),
    RUSSIAN("", ""),
    ARABIC("", ""),
    OTHER("", "");

    // A word has about four letters, or one to two Chinese characters.
    private static final int LETTERS_PER_HAN = 4;
    private static final int ENOUGH_WORDS = 2;
    private static final List<WrittenLanguage> LATIN = List.of(ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE);
    private static final List<String> OWN_LETTERS = List.of("", "ßäöü", "œêâ", "ñ¿¡", "", "ãõ"); // of no other of them
    private static final List<WrittenLanguage> FOREIGN = List.of(JAPANESE, KOREAN, RUSSIAN, ARABIC, OTHER);
    private static final Map<String, int[]> VOCABULARY = vocabulary();

    private final String accents;
    private final String words;

    WrittenLanguage(String accents, String words) {
        this.accents = accents;
        this.words = words;
    }

    /** The language of a text; empty for one without letters. */
    public static Optional<WrittenLanguage> of(CharSequence text) {
        Letters letters = new Letters();
        letters.count(text);
        return letters.language(text);
    }

    /**
     * The language of a text that follows one in {@code before}: where its words belong to no language that is known, it
     * goes on in that one, if both are in Latin letters.
     */
    public static Optional<WrittenLanguage> of(CharSequence text, WrittenLanguage before) {
        Optional<WrittenLanguage> own = of(text);
        boolean goesOn = own.equals(Optional.of(ENGLISH)) && before != ENGLISH && LATIN.contains(before);
        return goesOn && englishWords(text) == 0 ? Optional.of(before) : own;
    }

    /** Whether a code such as {@code zh-TW} means a kind of Chinese. */
    public static boolean isChineseCode(String code) {
        String language = Locale.forLanguageTag(code).getLanguage();
        return language.equals("zh") || language.equals("yue");
    }

    /** Whether a text with so many Chinese characters and so many other letters is Chinese. */
    public static boolean isChinese(int han, int otherLetters) {
        return han * LETTERS_PER_HAN > otherLetters;
    }

    private static WrittenLanguage ofLatin(CharSequence text) {
        int[] hits = new int[LATIN.size()];
        int words = hits(text, hits);
        addAccents(hits, text.toString().toLowerCase(Locale.ROOT));
        int best = 0;
        for (int i = 1; i < hits.length; i++) {
            best = hits[i] > hits[best] ? i : best;
        }
        return hits[best] > hits[0] + (words < 4 ? 0 : 1) && hits[best] >= ENOUGH_WORDS ? LATIN.get(best) : ENGLISH;
    }

    private static int englishWords(CharSequence text) {
        int[] hits = new int[LATIN.size()];
        hits(text, hits);
        return hits[0];
    }

    /** Counts for each language the words that it has; gives how many words there are. */
    private static int hits(CharSequence text, int[] hits) {
        int words = 0;
        String small = text.toString().toLowerCase(Locale.ROOT);
        for (int at = 0; at < small.length(); at++) {
            int end = at;
            while (end < small.length() && Character.isLetter(small.charAt(end))) {
                end++;
            }
            if (end > at) {
                words++;
            }
            if (end > at + 1) { // single letters stand for other things too
                add(hits, VOCABULARY.get(small.substring(at, end)));
            }
            at = Math.max(at, end);
        }
        return words;
    }

    private static void add(int[] hits, int @Nullable [] languages) {
        if (languages != null) {
            for (int language : languages) {
                hits[language]++;
            }
        }
    }

    private static void addAccents(int[] hits, String small) {
        boolean accented = isAccented(small);
        for (int i = 1; accented && i < hits.length; i++) {
            String accents = LATIN.get(i).accents;
            hits[i] += hits[i] > 0 && small.chars().anyMatch(c -> accents.indexOf(c) >= 0) ? 1 : 0;
            String own = OWN_LETTERS.get(i);
            hits[i] += hits[0] == 0 && small.chars().anyMatch(c -> own.indexOf(c) >= 0) ? ENOUGH_WORDS : 0;
        }
    }

    private static boolean isAccented(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F && Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, int[]> vocabulary() {
        Map<String, int[]> vocabulary = new HashMap<>();
        for (int i = 0; i < LATIN.size(); i++) {
            for (String word : LATIN.get(i).words.split(" ", -1)) {
                int[] before = vocabulary.getOrDefault(word, new int[0]);
                int[] more = Arrays.copyOf(before, before.length + 1);
                more[before.length] = i;
                vocabulary.put(word, more);
            }
        }
        return vocabulary;
    }

    /** How many letters of each script there are. */
    private static final class Letters {
        private final int[] scripts = new int[WrittenLanguage.values().length];

        void count(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    scripts[0] += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0; // English is the first
                } else if (EastAsian.isHan(c)) {
                    add(CHINESE);
                } else if (Character.isLetter(c)) {
                    add(ofLetter(c));
                }
            }
        }

        Optional<WrittenLanguage> language(CharSequence text) {
            if (Arrays.stream(scripts).sum() == 0) {
                return Optional.empty();
            }
            int latin = of(ENGLISH);
            int han = of(CHINESE);
            WrittenLanguage foreign = OTHER;
            int most = 0;
            for (WrittenLanguage script : FOREIGN) {
                if (of(script) > most) {
                    foreign = script;
                    most = of(script);
                }
            }
            if (foreign == JAPANESE && most * LETTERS_PER_HAN > han) { // kanji belong to the kana around them
                return Optional.of(most * LETTERS_PER_HAN > latin ? JAPANESE : ofLatin(text));
            }
            if (most > han * LETTERS_PER_HAN && most > latin) {
                return Optional.of(foreign);
            }
            return Optional.of(isChinese(han, latin) ? CHINESE : ofLatin(text));
        }

        @SuppressWarnings("EnumOrdinal") // counts every letter of a text, which a map would make slow
        private void add(WrittenLanguage script) {
            scripts[script.ordinal()]++;
        }

        @SuppressWarnings("EnumOrdinal") // as above
        private int of(WrittenLanguage script) {
            return scripts[script.ordinal()];
        }

        private static WrittenLanguage ofLetter(char c) {
            if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0xFF21 && c <= 0xFF5A)) {
                return ENGLISH;
            }
            if (c >= 0x3040 && c < 0x3100) {
                return JAPANESE;
            }
            if ((c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190)) {
                return KOREAN;
            }
            if (c >= 0x0400 && c < 0x0530) {
                return RUSSIAN;
            }
            return c >= 0x0600 && c < 0x0780 ? ARABIC : c >= 0x370 && c < 0x400 ? ENGLISH : OTHER;
        }
    }
}
