package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.audio.PcmFrame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Understands what the script says was spoken, as sound with any energy comes in. */
abstract class RecognitionTask extends SpeechSocket.Task {
    private static final int SPEECH = 300; // of 32768, mean of absolute values
    private static final int LAST_WORDS = 6; // characters
    private static final String FOREIGN_ID = "f".repeat(32);
    private static final int BEAT = 5000; // milliseconds of silence

    private final int sampleRate;
    private final List<String> sentences;
    private final int unheard; // characters
    private final long endSilence; // milliseconds
    private final AtomicInteger next; // sentence of the script
    private int number; // of the sentence, in this task
    private long millis; // of sound so far
    private long speech; // milliseconds of it in this sentence
    private long silence; // milliseconds since the last speech
    private long sentenceBegin;
    private boolean told; // of this sentence
    private boolean over;

    RecognitionTask(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        super(socket, script, id, received);
        this.sampleRate = received.parameters().path("sample_rate").asInt();
        this.sentences = script.sentences;
        this.next = script.sentencesGoOn ? script.nextSentence : new AtomicInteger();
        this.endSilence = received.parameters()
                .path(Family.of(received.model()).endSilence())
                .asLong(script.endSilence.toMillis());
        int talk = script.talks.incrementAndGet();
        this.unheard = script.revised > 0 && talk % script.revised == 0 ? LAST_WORDS : 0;
    }

    static RecognitionTask of(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        return Family.of(received.model()) == Family.GUMMY
                ? new GummyTask(socket, script, id, received)
                : new SentenceTask(socket, script, id, received);
    }

    /** Sends what was understood, in the shape of the model. */
    abstract void tell(Understood understood);

    /** Nothing was said for some seconds. */
    abstract void beat();

    /** Whether a minute without speech ends the task. */
    abstract boolean endsInSilence();

    @Override
    void hear(byte[] bytes) {
        received.addSound(bytes);
        int whole = bytes.length - bytes.length % PcmFrame.BYTES_PER_SAMPLE;
        short[] samples = PcmFrame.ofLittleEndian(bytes, 0, whole, sampleRate).samples();
        int step = sampleRate / 50;
        for (int from = 0; from < samples.length && !over; from += step) {
            listen(samples, from, Math.min(samples.length, from + step));
        }
        if (isSpoken() && !over && !endsInTheMiddle(number)) {
            result(false);
        }
    }

    @Override
    void finish() {
        if (isSpoken()) {
            end();
        }
        if (!endsAtTheEnd()) {
            finished();
        }
    }

    void finished() {
        socket.finished(id, object().put("duration", seconds()));
    }

    final void send(JsonNode payload) {
        socket.event(id, "result-generated", payload);
    }

    final long seconds() {
        return millis / 1000;
    }

    private boolean isSpoken() {
        return speech > 0 && next.get() < sentences.size();
    }

    private void listen(short[] samples, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(samples[i]);
        }
        long length = (to - from) * 1000L / sampleRate;
        boolean speaking = sum > (long) SPEECH * (to - from);
        if (speaking && speech == 0) {
            sentenceBegin = millis;
        }
        millis += length;
        speech += speaking ? length : 0;
        silence = speaking ? 0 : silence + length;
        if (isSpoken() && silence >= endSilence) {
            end();
        }
        waitForSpeech(length);
    }

    private void waitForSpeech(long length) {
        if (silence / BEAT > (silence - length) / BEAT) {
            beat();
        }
        if (silence >= script.silenceLimit.toMillis() && endsInSilence()) {
            over = true;
            socket.fail(id, "ResponseTimeout", "Response timeout!");
        }
    }

    private void end() {
        SpeechSocket.pause(script.mood.apply(script.finalDelay));
        script.witness.saw("asr.final", sentences.get(next.get()));
        result(true);
        next.incrementAndGet();
        number++;
        speech = 0;
        told = false;
    }

    private void result(boolean ended) {
        String text = sentences.get(next.get());
        long shown = Math.min(Math.max(1, text.length() - unheard), 1 + speech / script.millisPerCharacter);
        int length = ended ? text.length() : (int) shown;
        socket.strays(Script.Stray.FOREIGN, FOREIGN_ID);
        if (script.strange != Script.Strange.NONE) {
            tellStrangely(text.substring(0, length));
        }
        if (script.strange != Script.Strange.INSTEAD) {
            tell(new Understood(number, text, length, sentenceBegin, millis, ended, !told));
        }
        told = true;
    }

    private void tellStrangely(String text) {
        socket.event(id, "result-refined", object().put("text", text));
        ObjectNode payload = object();
        payload.putObject("output").putArray("utterances").addObject().put("text", text);
        send(payload);
        send(object().put("output", text));
        send(object().putNull("output"));
    }
}
