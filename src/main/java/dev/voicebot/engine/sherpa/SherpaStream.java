package dev.voicebot.engine.sherpa;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.Samples;
import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SentenceStream;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.Voice;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** One reply, handed to a process piece by piece. */
final class SherpaStream extends SentenceStream {
    private static final int FRAME = SherpaSynthesizer.SAMPLE_RATE / 20;

    private final SherpaSynthesizer synthesizer;
    private final Voice voice;
    private final Cancellation cancellation;

    SherpaStream(
            SherpaSynthesizer synthesizer,
            Executor thread,
            Voice voice,
            SpeechListener frames,
            Cancellation cancellation) {
        super(thread, voice.readsSsml(), frames);
        this.synthesizer = synthesizer;
        this.voice = voice;
        this.cancellation = cancellation;
    }

    @Override
    protected void prepare() {
        synthesizer.engine().giveBack(synthesizer.process(cancellation));
    }

    @Override
    protected void speakPiece(String piece) {
        EngineChild process = synthesizer.process(cancellation);
        boolean isDone = false;
        try {
            VoiceWork work = new VoiceWork(this::handOverAll);
            process.begin(
                    work,
                    Message.of(Message.SPEAK)
                            .with("text", piece.strip())
                            .with("speaker", synthesizer.speaker(voice.name()))
                            .with("speed", voice.rate()));
            isDone = work.awaitEnd(synthesizer.engine().patience(), this::isOver);
        } finally {
            if (isDone) {
                synthesizer.engine().giveBack(process);
            } else {
                synthesizer.engine().giveUp(process);
            }
        }
    }

    /** The sound of a sentence, in short frames at the wanted rate and volume. */
    private void handOverAll(PcmFrame sentence) {
        Resampler resampler = new Resampler(sentence.sampleRate(), SherpaSynthesizer.SAMPLE_RATE);
        handOverAll(resampler.resample(sentence.samples()));
        handOverAll(resampler.finish());
    }

    private void handOverAll(short[] sound) {
        short[] samples = Samples.amplified(sound, voice.gain());
        boolean isWanted = true;
        for (int from = 0; from < samples.length && isWanted; from += FRAME) {
            short[] frame = Arrays.copyOfRange(samples, from, Math.min(from + FRAME, samples.length));
            isWanted = handOver(new PcmFrame(frame, SherpaSynthesizer.SAMPLE_RATE));
        }
    }
}
