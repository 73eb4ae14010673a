package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.audio.PcmFrame;
import java.util.List;

/** Understands what the script says was spoken, as sound with any energy comes in. */
final class RecognitionTask extends SpeechSocket.Task {
    private static final int SPEECH = 300; // of 32768, mean of absolute values
    private static final int LAST_WORDS = 6; // characters

    private final int sampleRate;
    private final List<String> sentences;
    private final int unheard; // characters
    private long millis; // of sound so far
    private long speech; // milliseconds of it in this sentence
    private long silence; // milliseconds since the last speech
    private long sentenceBegin;
    private int sentence;

    RecognitionTask(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        super(socket, script, id, received);
        this.sampleRate = received.parameters().path("sample_rate").asInt();
        this.sentences = script.sentences;
        int talk = script.talks.incrementAndGet();
        this.unheard = script.revised > 0 && talk % script.revised == 0 ? LAST_WORDS : 0;
    }

    @Override
    void hear(byte[] bytes) {
        received.addSound(bytes);
        int whole = bytes.length - bytes.length % PcmFrame.BYTES_PER_SAMPLE;
        short[] samples = PcmFrame.ofLittleEndian(bytes, 0, whole, sampleRate).samples();
        int step = sampleRate / 50;
        for (int from = 0; from < samples.length; from += step) {
            listen(samples, from, Math.min(samples.length, from + step));
        }
        if (speech > 0 && sentence < sentences.size() && !failsInTheMiddle()) {
            result(false);
        }
    }

    @Override
    void finish() {
        if (speech > 0 && sentence < sentences.size()) {
            end();
        }
        socket.finished(id, object().put("duration", millis / 1000));
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
        if (speech > 0 && silence >= script.endSilence.toMillis() && sentence < sentences.size()) {
            end();
        }
    }

    private void end() {
        SpeechSocket.pause(script.mood.apply(script.finalDelay));
        script.witness.saw("asr.final", sentences.get(sentence));
        result(true);
        sentence++;
        speech = 0;
    }

    private void result(boolean ended) {
        String text = sentences.get(sentence);
        long shown = Math.min(Math.max(1, text.length() - unheard), 1 + speech / script.millisPerCharacter);
        ObjectNode output = object();
        ObjectNode transcription = output.putObject("transcription");
        transcription
                .put("sentence_id", sentence)
                .put("begin_time", sentenceBegin)
                .put("end_time", millis)
                .put("text", ended ? text : text.substring(0, (int) shown))
                .put("sentence_end", ended)
                .put("vad_pre_end", false);
        words(text.substring(0, ended ? text.length() : (int) shown), transcription.putArray("words"));
        transcription
                .putObject("stash")
                .put("sentence_id", sentence + 1)
                .put("text", "")
                .put("begin_time", millis)
                .put("current_time", millis)
                .putArray("words");
        output.putArray("translations");
        ObjectNode payload = object();
        payload.set("output", output);
        payload.putObject("usage").put("duration", millis / 1000);
        socket.event(id, "result-generated", payload);
        translation(ended);
    }

    /** The service speaks of translations in events of their own, even when nobody asked for any. */
    private void translation(boolean ended) {
        boolean wanted = received.parameters().path("translation_enabled").asBoolean();
        String language = received.parameters()
                .path("translation_target_languages")
                .path(0)
                .asText("en");
        ObjectNode payload = object();
        payload.putObject("output")
                .putArray("translations")
                .addObject()
                .put("sentence_id", sentence)
                .put("lang", language)
                .put("begin_time", sentenceBegin)
                .put("end_time", millis)
                .put("text", wanted && ended ? script.translation.apply(sentences.get(sentence), language) : "")
                .put("sentence_end", wanted && ended);
        socket.event(id, "result-generated", payload);
    }

    /** The words share the time of the sentence evenly. */
    private void words(String text, ArrayNode words) {
        String[] all = text.strip().split("\\s+", -1);
        long each = (millis - sentenceBegin) / all.length;
        for (int i = 0; i < all.length; i++) {
            String bare = all[i].replaceAll("[^\\p{L}\\p{N}]+$", "");
            words.addObject()
                    .put("begin_time", sentenceBegin + i * each)
                    .put("end_time", sentenceBegin + (i + 1) * each)
                    .put("text", bare)
                    .put("punctuation", all[i].substring(bare.length()))
                    .put("fixed", false);
        }
    }
}
