package dev.voicebot.standin;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The stand-in by hand: {@code scripts/standin [PORT [SENTENCE…]]}. Speaks with the embedded voice, understands the
 * sentences it was given, whatever is said, and answers by quoting.
 */
public final class StandInProgram {
    private static final int DEFAULT_PORT = 8765;

    private StandInProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_PORT;
        List<String> sentences =
                new ArrayList<>(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        if (sentences.isEmpty()) {
            sentences.add("What can you do?");
        }
        Script script = new Script()
                .sentences(sentences.toArray(String[]::new))
                .finalDelay(Duration.ofMillis(200))
                .tokens(Duration.ofMillis(300), Duration.ofMillis(25))
                .firstAudioDelay(Duration.ofMillis(200))
                .audioPace(3)
                .voice(StandInProgram::speak);
        StandIn standIn = StandIn.start(script, port);
        System.out.println("# the cloud, played on this machine; paste into another terminal, then start voicebot:");
        standIn.environment().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        System.out.println("# Ctrl-C ends");
        new CountDownLatch(1).await();
    }

    private static short[] speak(String text, int sampleRate) {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "voicebot-stand-in");
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        EspeakSynthesizer espeak = new EspeakSynthesizer(cache);
        try (SpeechStream stream =
                espeak.open(Voice.DEFAULT, frame -> sound.writeBytes(frame.littleEndian()), new Cancellation())) {
            stream.write(text);
            stream.finish();
        }
        byte[] bytes = sound.toByteArray();
        short[] samples = PcmFrame.ofLittleEndian(bytes, 0, bytes.length, espeak.sampleRate())
                .samples();
        return new Resampler(espeak.sampleRate(), sampleRate).resample(samples);
    }
}
