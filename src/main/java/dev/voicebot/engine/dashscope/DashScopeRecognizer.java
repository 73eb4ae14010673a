package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerParam;
import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerRealtime;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Speech recognition by the service's real-time models; one socket a talk. */
public final class DashScopeRecognizer implements SpeechRecognizer {
    private static final int MAX_SPEED = 40; // times real time, for files: the socket's queue must not grow for ever
    private static final Duration HEAD_START = Duration.ofSeconds(20); // of sound, before that limit counts
    private static final String BYE = "done";
    private static final int NORMAL_CLOSURE = 1000;

    private final DashScopeConnection connection;
    private final RecognitionParameters parameters;
    private final Faults faults;

    /** Opens nothing yet. */
    public DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters) {
        this.connection = connection;
        this.parameters = parameters;
        this.faults = new Faults(connection, "speech recognition");
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        TranslationRecognizerRealtime sdk =
                new TranslationRecognizerRealtime(connection.websocketUrl().toString(), connection.options());
        DuplexTask<ByteBuffer, TranslationRecognizerResult> task = new DuplexTask<>(faults);
        TranscriptBuilder transcript = new TranscriptBuilder(updates);
        try (Cancellation.Registration tie = cancellation.onCancel(() -> end(task, sound))) {
            task.start(sdk.streamCall(param(), task.outgoing()), transcript::add);
            send(sound, task);
            task.endOfInput();
            task.awaitConnected(connection.connectTimeout());
            task.awaitEnd();
            return transcript.whole();
        } catch (NoApiKeyException e) {
            throw faults.of(e);
        } finally {
            task.abort();
            sdk.getDuplexApi().close(NORMAL_CLOSURE, BYE);
        }
    }

    private static void end(DuplexTask<ByteBuffer, TranslationRecognizerResult> task, Recording sound) {
        task.abort();
        sound.stop();
    }

    private void send(Recording sound, DuplexTask<ByteBuffer, TranslationRecognizerResult> task) {
        SoundPieces pieces = new SoundPieces(sound.sampleRate(), parameters.sampleRate(), task::send);
        long start = System.nanoTime();
        for (Optional<PcmFrame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            task.throwIfFailed();
            pieces.add(frame.get());
            holdBack(pieces.length().minus(HEAD_START), start);
            if (System.nanoTime() - start > connection.connectTimeout().toNanos()) {
                task.awaitConnected(Duration.ZERO);
            }
        }
        pieces.finish();
    }

    /** Keeps a file's sound from piling up in memory; a microphone is never that fast. */
    private static void holdBack(Duration sent, long start) {
        long ahead = start + sent.toNanos() / MAX_SPEED - System.nanoTime();
        if (ahead > 0) {
            LockSupport.parkNanos(ahead);
        }
    }

    private TranslationRecognizerParam param() {
        TranslationRecognizerParam.TranslationRecognizerParamBuilder<?, ?> param = TranslationRecognizerParam.builder()
                .apiKey(connection.apiKey().reveal())
                .model(parameters.model())
                .format("pcm")
                .sampleRate(parameters.sampleRate())
                .transcriptionEnabled(true)
                .translationEnabled(false);
        parameters.language().ifPresent(param::sourceLanguage);
        parameters.vocabularyId().ifPresent(param::vocabularyId);
        parameters.maxEndSilence().ifPresent(silence -> param.maxEndSilence((int) silence.toMillis()));
        return param.build();
    }
}
