package dev.voicebot.engine.espeak;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SentenceStream;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;

/** One reply, spoken sentence by sentence on the espeak thread. */
final class EspeakStream extends SentenceStream {
    private final Path cacheFolder;
    private final Voice voice;
    private String language = VoiceRun.ENGLISH; // espeak thread

    EspeakStream(Path cacheFolder, Voice voice, SpeechListener frames) {
        super(Espeak::execute, voice.readsSsml(), frames);
        this.cacheFolder = cacheFolder;
        this.voice = voice;
    }

    @Override
    protected void prepare() {
        Espeak.load(cacheFolder);
    }

    @Override
    protected void speakPiece(String piece) {
        Espeak espeak = Espeak.load(cacheFolder);
        String text = withoutClosingMarks(piece);
        if (!isVoiceAutomatic()) {
            choose(espeak, voice.name());
            espeak.speak(text, options(true), this::handOver);
            return;
        }
        if (voice.readsSsml()) { // cut at the languages, it would be no document any more
            language = VoiceRun.of(text, language).get(0).language();
            choose(espeak, language + voice.name());
            espeak.speak(text, options(true), this::handOver);
            return;
        }
        List<VoiceRun> runs = VoiceRun.of(text, language);
        for (int i = 0; i < runs.size() && !isOver(); i++) {
            VoiceRun run = runs.get(i);
            language = run.language();
            choose(espeak, run.language() + voice.name());
            espeak.speak(run.text(), options(i == runs.size() - 1), this::handOver);
        }
    }

    /** The pause that belongs to the last mark follows at the end only. */
    private int options(boolean atEnd) {
        return (atEnd ? EspeakNative.ENDPAUSE : 0) | (voice.readsSsml() ? EspeakNative.SSML : 0);
    }

    private boolean isVoiceAutomatic() {
        return voice.name().isEmpty() || voice.name().startsWith("+");
    }

    /** A quote behind a Chinese full stop is one more sentence for espeak: a pause of 640 ms instead of 300. */
    private static String withoutClosingMarks(String text) {
        int last = text.length();
        while (last > 0 && isClosingMark(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(0, last);
    }

    private static boolean isClosingMark(char c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || c == '"'
                || c == '\'';
    }

    private void choose(Espeak espeak, String name) {
        if (!espeak.choose(name, voice)) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "Unknown voice '%s' for espeak. Leave synthesis.voice empty to choose by the text, or use"
                                    + " a language such as en-gb, cmn or de, with a variant such as en-gb+f3.",
                            name));
        }
    }
}
