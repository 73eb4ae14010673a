package dev.voicebot.turn;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Optional;

/** A spoken reply without services, devices and files: loads, and runs once, what the first real one needs. */
public final class TurnRehearsal {
    private TurnRehearsal() {}

    /** Takes over a tenth of a second; any thread, ahead of the first question. */
    public static void run() {
        SpeechOutput nowhere =
                new SpeechOutput(new MuteVoice(), "", Voice.DEFAULT, new SilentOutput(), Optional.empty());
        SpeechState state = new SpeechState();
        TurnLog log = TurnLog.begin(
                "?",
                "",
                event -> {},
                TurnKeeper.NONE,
                state.notices(),
                TurnWatch.start(System::nanoTime, Optional.empty()));
        try (SpokenReply reply = SpokenReply.start(Optional.of(nowhere), "?", log, state, new Cancellation())) {
            reply.add("**It** costs $12.50, e.g. 5 km or <b>50%</b>.\n");
            reply.finish();
        }
    }

    private static final class MuteVoice implements SpeechSynthesizer {
        @Override
        public int sampleRate() {
            return 22050;
        }

        @Override
        public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
            return new SpeechStream() {
                @Override
                public void write(String text) {
                    frames.accept(PcmFrame.silence(Duration.ofMillis(20), sampleRate()));
                }

                @Override
                public void finish() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
