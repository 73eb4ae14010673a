package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Answers as Fun-ASR, Paraformer and Qwen-Audio-ASR do: in {@code output.sentence}.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/fun-asr-server-events">Fun-ASR server-side events</a>
 */
final class SentenceTask extends RecognitionTask {
    private final boolean keepsPartialsBack;

    SentenceTask(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        super(socket, script, id, received);
        this.keepsPartialsBack = Family.keepsPartialsBack(received);
    }

    @Override
    void tell(Understood understood) {
        if (!understood.ended() && keepsPartialsBack) {
            return;
        }
        ObjectNode payload = object();
        ObjectNode sentence = payload.putObject("output").putObject("sentence");
        sentence.put("sentence_id", understood.number() + 1).put("begin_time", understood.begin());
        if (understood.ended()) {
            sentence.put("end_time", understood.now());
            payload.set("usage", usage());
        } else {
            sentence.putNull("end_time");
            payload.putNull("usage");
        }
        sentence.put("text", understood.soFar())
                .put("heartbeat", false)
                .put("sentence_begin", understood.first())
                .put("sentence_end", understood.ended());
        understood.words(sentence.putArray("words"));
        send(payload);
    }

    /** The models of Qwen-Audio are paid for by tokens. */
    private ObjectNode usage() {
        ObjectNode usage = object().put("duration", seconds());
        if (received.model().startsWith("qwen-audio")) {
            usage.put("input_tokens", seconds() * 12 + 62).put("output_tokens", 8);
        }
        return usage;
    }

    @Override
    void beat() {
        if (received.parameters().path("heartbeat").asBoolean()) {
            ObjectNode payload = object();
            payload.putObject("output")
                    .putObject("sentence")
                    .put("sentence_id", 0)
                    .put("begin_time", 0)
                    .putNull("end_time")
                    .put("text", "")
                    .put("heartbeat", true)
                    .put("sentence_begin", false)
                    .put("sentence_end", false)
                    .putArray("words");
            payload.putNull("usage");
            send(payload);
        }
    }

    @Override
    boolean endsInSilence() {
        return script.silenceLimitIsForAll
                || !received.parameters().path("heartbeat").asBoolean();
    }

    @Override
    void finished() {
        socket.finished(id, null);
    }
}
