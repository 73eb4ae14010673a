package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks every text as soon as it comes, as a sentence of its own, by the script's voice.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/cosyvoice-server-events">CosyVoice server-side events</a>
 */
final class SynthesisTask extends SpeechSocket.Task {
    private static final int MOST_IN_A_TEXT = 20_000; // characters
    private static final int MOST_IN_A_TASK = 200_000;
    private static final String FOREIGN_ID = "f".repeat(32);
    private static final Pattern WORD = Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}'’-]+");

    private final int sampleRate;
    private int characters;
    private int frames;
    private int sentence;
    private int textBefore; // characters of the sentences before
    private long samplesBefore;

    SynthesisTask(SpeechSocket socket, Script script, String id, ReceivedSpeech received) {
        super(socket, script, id, received);
        this.sampleRate = received.parameters().path("sample_rate").asInt();
    }

    @Override
    void say(String text) {
        received.addText(text);
        if (characters == 0) {
            SpeechSocket.pause(script.mood.apply(script.firstAudioDelay));
        }
        int counted = counted(text);
        if (counted > MOST_IN_A_TEXT || characters + counted > MOST_IN_A_TASK) {
            socket.fail(id, "InvalidParameter", "The text is longer than the service takes.");
            return;
        }
        if (endsInTheMiddle(sentence) || skips()) {
            return;
        }
        characters += counted;
        speak(text);
        sentence++;
    }

    @Override
    void finish() {
        if (!endsAtTheEnd()) {
            socket.finished(id, object().put("characters", characters));
        }
    }

    /** What the service counts: a Chinese character twice. */
    private static int counted(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }

    private boolean skips() {
        return ending.filter(end -> end.manner() == Ending.Manner.SPEAKS_LESS && sentence >= Math.max(1, end.after()))
                .isPresent();
    }

    private boolean isMute() {
        return ending.filter(end -> end.manner() == Ending.Manner.MUTE).isPresent();
    }

    private void speak(String text) {
        ObjectNode begin = event("sentence-begin");
        ((ObjectNode) begin.path("output")).put("original_text", text);
        send(begin);
        if (script.strange != Script.Strange.NONE) {
            send(event("sentence-mood"));
            socket.event(id, "sound-announced", object());
        }
        byte[] sound = Script.bytes(script.voice.apply(text, sampleRate), sampleRate);
        for (int from = 0; from < sound.length && !isMute(); ) {
            int size = script.frameBytes.get(frames++ % script.frameBytes.size());
            int to = Math.min(sound.length, from + size);
            send(Arrays.copyOfRange(sound, from, to));
            from = to;
        }
        socket.strays(Script.Stray.FOREIGN, FOREIGN_ID);
        long samples = sound.length / 2;
        send(end(text, samples));
        textBefore += text.length();
        samplesBefore += samples;
    }

    private ObjectNode event(String type) {
        ObjectNode payload = object();
        payload.putObject("output")
                .put("type", type)
                .putObject("sentence")
                .put("index", sentence)
                .putArray("words");
        return payload;
    }

    private ObjectNode end(String text, long samples) {
        ObjectNode payload = event("sentence-end");
        if (received.parameters().path("word_timestamp_enabled").asBoolean()) {
            words(text, samples, (ArrayNode) payload.at("/output/sentence/words"));
        }
        payload.putObject("usage").put("characters", characters);
        return payload;
    }

    /** The characters share the time of the sentence evenly. */
    private void words(String text, long samples, ArrayNode words) {
        int place = script.countsWordsBySentence ? 0 : textBefore;
        long begin = script.countsWordsBySentence ? 0 : samplesBefore;
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.addObject()
                    .put("text", word.group())
                    .put("begin_index", place + word.start())
                    .put("end_index", place + word.end())
                    .put("begin_time", millis(begin + samples * word.start() / text.length()))
                    .put("end_time", millis(begin + samples * word.end() / text.length()));
        }
    }

    private long millis(long samples) {
        return samples * 1000 / sampleRate;
    }

    private void send(ObjectNode payload) {
        socket.event(id, "result-generated", payload);
    }

    private void send(byte[] frame) {
        send(event("sentence-synthesis"));
        script.witness.saw("tts.sound", Integer.toString(frame.length));
        socket.sendSound(frame);
        received.addSent(frame);
        if (script.audioPace > 0) {
            SpeechSocket.pause(Duration.ofNanos((long) (frame.length * 0.5e9 / sampleRate / script.audioPace)));
        }
    }
}
