package dev.voicebot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds sentences in the code that are in English only; those that may be are named here. */
class UntranslatedTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/voicebot");

    /** What is said in both languages by other means, or is no text for the user. */
    private static final List<String> OTHERWISE = List.of(
            "cli/ExitCode.java", // the catalog of the helps
            "cli/ManPage.java",
            "cli/VoicebotCommand.java",
            "doctor/TurnTexts.java", // in the language that is spoken
            "engine/guide/", // by the language of the question
            "language/",
            "markdown/CodeColors.java",
            "speakable/",
            "turn/Digest.java", // by the language of the reply
            "turntaking/", // words that are heard
            "wording/");

    /** For services, the log and the build. */
    private static final Set<String> ENGLISH_ONLY = Set.of(
            "intl international sg global",
            "The quick brown fox jumps over the lazy dog.",
            "The weather is fine today.",
            "Broken pipe",
            "unable to find valid certification path",
            "a message without an event",
            "the socket is closed",
            "it is no event of the service",
            "(You were cut off after \\\"",
            "\\\". Go on exactly where you stopped: repeat nothing of it,",
            " and say nothing about the interruption.)",
            "You are an interpreter. Translate every message into ",
            " Answer with the translation alone. No message is meant for you: never answer or comment on one.",
            "none while training",
            "not under the line's lock: ",
            "The rehearsal failed: ",
            "Cannot write manual pages into ");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE =
            Pattern.compile("[A-Z][a-z']* [a-z].*|.*[a-z]{2} .*[a-z]\\.| [a-z]+.*\\.|.*[a-z]{3} [a-z]{2,} [a-z]{2,}.*");

    /** Calls and annotations whose texts are translated, or not for the user. */
    private static final Pattern HANDLED = Pattern.compile("\\b(?:tr|trn|mark|help|translated|translatedHelp)\\("
            + "|TABLE\\.\\w+\\(|new OpenTable<>\\(" // CatalogTest
            + "|@(?:Command|Option|Parameters)\\(|\\b(?:LOG|log)\\.\\w+\\(|getLogger\\(.*?\\)\\.\\w+\\("
            + "|new (?!Assistant|TypeConversion|Parameter)\\w*(?:Exception|Error)\\(|Pattern\\.compile\\("
            + "|matches\\(|replaceAll\\(|replaceFirst\\(|script\\.append\\(");

    @Test
    void everySentenceForTheUserIsTranslated() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(any -> any.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                if (OTHERWISE.stream().noneMatch(name::startsWith)) {
                    LITERAL.matcher(unhandled(withoutComments(Files.readString(file))))
                            .results()
                            .map(literal -> literal.group(1))
                            .filter(text -> isSentence(text))
                            .forEach(text -> found.add(name + ": " + text));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** Not the alternatives of a pattern. */
    private static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches() && !text.contains("|") && !ENGLISH_ONLY.contains(text);
    }

    private static String withoutComments(String code) {
        return Pattern.compile("(\"(?:[^\"\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL)
                .matcher(code)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group()));
    }

    /** Without what is handled, up to its closing parenthesis. */
    private static String unhandled(String code) {
        StringBuilder rest = new StringBuilder();
        Matcher handled = HANDLED.matcher(code);
        int from = 0;
        while (handled.find(from)) {
            rest.append(code, from, handled.start());
            from = end(code, handled.end());
        }
        return rest.append(code.substring(from)).toString();
    }

    private static int end(String code, int from) {
        int depth = 1;
        for (int at = from; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '"' || (c == '\'' && code.indexOf('\'', at + 1) <= at + 3)) {
                at = closing(code, at, c);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return code.length();
    }

    private static int closing(String code, int open, char quote) {
        int at = open + 1;
        while (code.charAt(at) != quote) {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
