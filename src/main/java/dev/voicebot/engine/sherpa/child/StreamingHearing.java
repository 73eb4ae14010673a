package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A model that hears while it is being spoken, and knows where a sentence ends. */
final class StreamingHearing implements Hearing {
    private static final int TAIL = Configurations.SAMPLE_RATE / 2; // what the last word needs behind it

    private final Sherpa library;
    private final Pointer recognizer;
    private final Answers answers;
    private @Nullable Pointer stream;
    private String latest = "";
    private long begin; // of the sentence, in samples of the talk
    private long heard;

    StreamingHearing(Sherpa library, Pointer recognizer, Answers answers) {
        this.library = library;
        this.recognizer = recognizer;
        this.answers = answers;
    }

    @Override
    public void begin() {
        close();
        stream = library.SherpaOnnxCreateOnlineStream(recognizer);
        latest = "";
        begin = 0;
        heard = 0;
    }

    @Override
    public void hear(short[] samples, boolean isBehind) {
        Pointer current = stream;
        if (current != null) {
            accept(current, samples);
            heard += samples.length;
            decode(current);
        }
    }

    @Override
    public void end() {
        Pointer current = stream;
        if (current != null) {
            accept(current, new short[TAIL]);
            library.SherpaOnnxOnlineStreamInputFinished(current);
            decode(current);
            answers.heard(Message.SENTENCE, result(current), begin, heard);
            close();
        }
    }

    private void accept(Pointer current, short[] samples) {
        library.SherpaOnnxOnlineStreamAcceptWaveform(
                current, Configurations.SAMPLE_RATE, Loudness.decimals(samples), samples.length);
    }

    private void decode(Pointer current) {
        while (!answers.isDropped() && library.SherpaOnnxIsOnlineStreamReady(recognizer, current) != 0) {
            library.SherpaOnnxDecodeOnlineStream(recognizer, current);
            tell(current);
        }
    }

    private void tell(Pointer current) {
        String result = result(current);
        if (!result.equals(latest)) {
            latest = result;
            answers.heard(Message.PARTIAL, result, begin, heard);
        }
        if (library.SherpaOnnxOnlineStreamIsEndpoint(recognizer, current) != 0) {
            answers.heard(Message.SENTENCE, result, begin, heard);
            library.SherpaOnnxOnlineStreamReset(recognizer, current);
            begin = heard;
            latest = result(current);
        }
    }

    private String result(Pointer current) {
        Pointer json = library.SherpaOnnxGetOnlineStreamResultAsJson(recognizer, current);
        try {
            return json.getString(0, StandardCharsets.UTF_8.name());
        } finally {
            library.SherpaOnnxDestroyOnlineStreamResultJson(json);
        }
    }

    private void close() {
        if (stream != null) {
            library.SherpaOnnxDestroyOnlineStream(stream);
            stream = null;
        }
    }
}
