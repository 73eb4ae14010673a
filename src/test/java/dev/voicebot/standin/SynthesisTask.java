package dev.voicebot.standin;

import java.time.Duration;
import java.util.Arrays;

/** Speaks every text as soon as it comes, by the script's voice. */
final class SynthesisTask extends SpeechSocket.Task {
    private final int sampleRate;
    private int characters;
    private int frames;

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
        characters +=
                text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
        if (failsInTheMiddle()) {
            return;
        }
        byte[] sound = Script.bytes(script.voice.apply(text, sampleRate), sampleRate);
        for (int from = 0; from < sound.length; ) {
            int size = script.frameBytes.get(frames++ % script.frameBytes.size());
            int to = Math.min(sound.length, from + size);
            send(Arrays.copyOfRange(sound, from, to));
            from = to;
        }
    }

    @Override
    void finish() {
        socket.finished(id, object().put("characters", characters));
    }

    private void send(byte[] frame) {
        var payload = object();
        payload.putObject("output").putObject("sentence").putArray("words");
        socket.event(id, "result-generated", payload);
        script.witness.saw("tts.sound", Integer.toString(frame.length));
        socket.sendSound(frame);
        received.addSent(frame);
        if (script.audioPace > 0) {
            SpeechSocket.pause(Duration.ofNanos((long) (frame.length * 0.5e9 / sampleRate / script.audioPace)));
        }
    }
}
