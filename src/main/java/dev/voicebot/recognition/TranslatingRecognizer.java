package dev.voicebot.recognition;

import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.Cancellation;
import java.util.function.Consumer;

/**
 * A recognizer with a translator for the sentences that it does not translate by itself. A sentence has ended when its
 * translation is there, and keeps its place.
 */
public final class TranslatingRecognizer implements SpeechRecognizer {
    private final SpeechRecognizer recognizer;
    private final Translator translator;
    private final String language;
    private final Consumer<String> notices;

    /** {@code notices} receives a line for the user the first time that a sentence of a talk stays untranslated. */
    public TranslatingRecognizer(
            SpeechRecognizer recognizer, Translator translator, String language, Consumer<String> notices) {
        this.recognizer = recognizer;
        this.translator = translator;
        this.language = language;
        this.notices = notices;
    }

    /**
     * As the interface says.
     *
     * @throws dev.voicebot.outcome.AssistantException SERVICE, too, when all was understood but not all translated; the
     *     last update has all there is
     */
    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        try (SentenceTranslations translations =
                new SentenceTranslations(translator, language, notices, updates, cancellation)) {
            return translations.finish(recognizer.listen(sound, translations::take, cancellation));
        }
    }
}
