package dev.voicebot.engine.openai;

import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells which of a server's models hear and which speak: some lists say what each is for, of others only names are known. */
final class SpeechModels {
    /** What a model is for. */
    enum Purpose {
        HEARING(
                "recognition",
                "whisper-1",
                "whisper|asr|stt|transcri|parakeet|canary|sensevoice|paraformer|moonshine|voxtral|zipformer"),
        SPEAKING(
                "to-speech",
                "tts-1",
                "tts|kokoro|piper|voice|speech|orpheus|bark|chatterbox|cosyvoice|matcha|vits|melo");

        private final String task;
        private final String usual;
        private final Pattern names;

        /**
         * One that models say they have.
         *
         * @param task part of what speaches calls it
         * @param usual the name that servers take where they list none
         */
        Purpose(String task, String usual, String names) {
            this.task = task;
            this.usual = usual;
            this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
        }

        String usual() {
            return usual;
        }

        /** {@code fields} are what the list says of the model beside its name. */
        boolean fits(String model, Map<String, JsonValue> fields) {
            return fields.get("task") instanceof JsonString known ? fits(model, known.value()) : fits(model, "");
        }

        /** {@code known} is what the list says the model is for; empty where it does not. */
        boolean fits(String model, String known) {
            return known.isEmpty() ? names.matcher(model).find() : known.contains(task);
        }
    }

    private SpeechModels() {}

    /** Those for {@code purpose}, in the server's order. */
    static List<String> of(OpenAiConnection connection, Purpose purpose) {
        return connection.modelFields().entrySet().stream()
                .filter(model -> purpose.fits(model.getKey(), model.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
