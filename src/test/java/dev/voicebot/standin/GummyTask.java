package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers as the models of gummy do: in {@code output.transcription}, with translations. */
final class GummyTask extends RecognitionTask {
    GummyTask(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        super(socket, script, id, received);
    }

    @Override
    void tell(Understood understood) {
        ObjectNode payload = object();
        ObjectNode output = payload.putObject("output");
        ObjectNode transcription = output.putObject("transcription");
        transcription
                .put("sentence_id", understood.number())
                .put("begin_time", understood.begin())
                .put("end_time", understood.now())
                .put("text", understood.soFar())
                .put("sentence_end", understood.ended())
                .put("vad_pre_end", false);
        understood.words(transcription.putArray("words"));
        transcription
                .putObject("stash")
                .put("sentence_id", understood.number() + 1)
                .put("text", "")
                .put("begin_time", understood.now())
                .put("current_time", understood.now())
                .putArray("words");
        output.putArray("translations");
        payload.putObject("usage").put("duration", seconds());
        send(payload);
        translate(understood);
    }

    /** The service speaks of translations in events of their own, even when nobody asked for any. */
    private void translate(Understood understood) {
        boolean wanted = received.parameters().path("translation_enabled").asBoolean() && understood.ended();
        String language = received.parameters()
                .path("translation_target_languages")
                .path(0)
                .asText("en");
        ObjectNode payload = object();
        payload.putObject("output")
                .putArray("translations")
                .addObject()
                .put("sentence_id", understood.number())
                .put("lang", language)
                .put("begin_time", understood.begin())
                .put("end_time", understood.now())
                .put("text", wanted ? script.translation.apply(understood.text(), language) : "")
                .put("sentence_end", wanted);
        send(payload);
    }

    @Override
    void beat() {
        // the models of gummy have no heartbeats
    }

    @Override
    boolean endsInSilence() {
        return script.silenceLimitIsForAll;
    }
}
