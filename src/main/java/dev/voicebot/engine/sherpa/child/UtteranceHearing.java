package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Pointer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.SpeechDetector.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A model that recognizes an utterance as a whole. The talk is cut into utterances where nobody speaks, and one that
 * grows is recognized again and again, at a pace that leaves half of the time to others.
 */
final class UtteranceHearing implements Hearing {
    private static final int RATE = Configurations.SAMPLE_RATE;
    private static final double THRESHOLD = 9; // dB above the room's noise
    private static final Duration SILENCE = Duration.ofMillis(700);
    private static final int LEAD = RATE / 2; // kept of what comes before speech is known for speech
    private static final int LONGEST = 28 * RATE; // Whisper hears half a minute
    private static final long PACE = Duration.ofMillis(600).toNanos();
    private static final double LOUD = 0.006; // of full scale; what is louder may be speech

    private final Sherpa library;
    private final Pointer recognizer;
    private final Answers answers;
    private SpeechDetector detector = detector();
    private GrowingSound utterance = new GrowingSound();
    private boolean wasLoud; // sound that the detector does not know for speech, because nothing was quieter
    private boolean isFirst = true;
    private long nextPartial;

    UtteranceHearing(Sherpa library, Pointer recognizer, Answers answers) {
        this.library = library;
        this.recognizer = recognizer;
        this.answers = answers;
    }

    @Override
    public void begin() {
        detector = detector();
        utterance = new GrowingSound();
        wasLoud = false;
        isFirst = true;
        nextPartial = System.nanoTime() + PACE;
    }

    @Override
    public void hear(short[] samples, boolean isBehind) {
        utterance.add(samples);
        wasLoud |= utterance.loudness(samples.length) > LOUD;
        Change change = detector.hear(new PcmFrame(samples, RATE), SpeechDetector.NO_PLAYBACK);
        if (change == Change.ENDED || utterance.length() > LONGEST) {
            finish(detector.isSpeaking() || change == Change.ENDED);
        } else if (!detector.isSpeaking() && !isFirst) {
            utterance.keepLast(LEAD);
        } else if (detector.isSpeaking() && !isBehind && System.nanoTime() >= nextPartial) {
            tellPartial();
        }
    }

    @Override
    public void end() {
        finish(detector.isSpeaking());
    }

    /** Before the first utterance all sound is kept: someone may speak from its beginning. */
    private void finish(boolean isSpeech) {
        if ((isSpeech || (isFirst && wasLoud)) && !answers.isDropped()) {
            String result = recognize();
            answers.heard(Message.PARTIAL, result, utterance.begin(), utterance.end());
            answers.heard(Message.SENTENCE, result, utterance.begin(), utterance.end());
            isFirst = false;
        }
        utterance.keepLast(0);
        wasLoud = false;
    }

    private void tellPartial() {
        long before = System.nanoTime();
        answers.heard(Message.PARTIAL, recognize(), utterance.begin(), utterance.end());
        long after = System.nanoTime();
        nextPartial = after + Math.max(PACE, after - before);
    }

    private String recognize() {
        float[] samples = utterance.samples();
        Pointer stream = library.SherpaOnnxCreateOfflineStream(recognizer);
        try {
            library.SherpaOnnxAcceptWaveformOffline(stream, RATE, samples, samples.length);
            library.SherpaOnnxDecodeOfflineStream(recognizer, stream);
            return result(stream);
        } finally {
            library.SherpaOnnxDestroyOfflineStream(stream);
        }
    }

    private String result(Pointer stream) {
        Pointer json = library.SherpaOnnxGetOfflineStreamResultAsJson(stream);
        try {
            return json.getString(0, StandardCharsets.UTF_8.name());
        } finally {
            library.SherpaOnnxDestroyOfflineStreamResultJson(json);
        }
    }

    private static SpeechDetector detector() {
        return SpeechDetection.byLoudness(THRESHOLD).detector(RATE, SILENCE, false);
    }
}
