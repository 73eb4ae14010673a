package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerParam;
import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerRealtime;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import com.alibaba.dashscope.exception.NoApiKeyException;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Speech recognition by the service's real-time models; one socket a talk. */
public final class DashScopeRecognizer implements SpeechRecognizer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int NORMAL_CLOSURE = 1000;

    private final DashScopeConnection connection;
    private final RecognitionParameters parameters;
    private final Duration patience;
    private final Faults faults;

    /** Opens nothing yet. */
    public DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters) {
        this(connection, parameters, PATIENCE);
    }

    /** {@code patience} is how long the service may say nothing after it got everything. */
    DashScopeRecognizer(DashScopeConnection connection, RecognitionParameters parameters, Duration patience) {
        this.connection = connection;
        this.parameters = parameters;
        this.patience = patience;
        this.faults = Faults.ofRecognition(connection, parameters.model());
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        // no ConnectionOptions: the SDK ignores their time-outs, and with them its exit hook may wait two minutes
        TranslationRecognizerRealtime sdk =
                new TranslationRecognizerRealtime(connection.websocketUrl().toString());
        DuplexTask<ByteBuffer, TranslationRecognizerResult> task =
                new DuplexTask<>(connection, faults, () -> sdk.getDuplexApi().close(NORMAL_CLOSURE, "done"));
        TranscriptBuilder transcript = new TranscriptBuilder(updates, parameters.translateTo());
        try (Cancellation.Registration tie = cancellation.onCancel(task::abort)) {
            task.start(sdk.streamCall(param(), task.outgoing()), transcript::add);
            task.whenOver(sound::stop); // or a fault would wait for the next frame
            Duration unheard = send(sound, task, transcript);
            task.awaitEnd(patience.plus(unheard.dividedBy(4)));
            return transcript.whole();
        } catch (NoApiKeyException e) {
            throw faults.of(e);
        } finally {
            task.abort();
        }
    }

    /** Gives how much of the sound the service has not spoken of yet. */
    private Duration send(
            Recording sound, DuplexTask<ByteBuffer, TranslationRecognizerResult> task, TranscriptBuilder transcript) {
        SoundPieces pieces = new SoundPieces(sound.sampleRate(), parameters.sampleRate(), task::send);
        Pace pace = new Pace();
        for (Optional<PcmFrame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            task.throwIfFailed();
            pieces.add(frame.get());
            while (pace.isTooFast(pieces.length(), transcript.heard())) {
                task.throwIfFailed();
                pause();
            }
        }
        pieces.finish();
        task.endOfInput();
        return pieces.length().minus(transcript.heard());
    }

    private static void pause() {
        try {
            Thread.sleep(Pace.PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    private TranslationRecognizerParam param() {
        TranslationRecognizerParam.TranslationRecognizerParamBuilder<?, ?> param = TranslationRecognizerParam.builder()
                .apiKey(connection.apiKey().reveal())
                .model(parameters.model().model())
                .format("pcm")
                .sampleRate(parameters.sampleRate())
                .transcriptionEnabled(true)
                .translationEnabled(parameters.translateTo().isPresent());
        parameters.translateTo().ifPresent(language -> param.translationLanguages(new String[] {language}));
        parameters.language().ifPresent(param::sourceLanguage);
        parameters.vocabularyId().ifPresent(param::vocabularyId);
        parameters.maxEndSilence().ifPresent(silence -> param.maxEndSilence(Math.toIntExact(silence.toMillis())));
        return param.build();
    }
}
