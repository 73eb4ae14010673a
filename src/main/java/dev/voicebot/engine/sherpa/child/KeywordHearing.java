package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A model that hears nothing but the phrases it was given. */
final class KeywordHearing implements Hearing {
    private final Sherpa library;
    private final Pointer spotter;
    private final Answers answers;
    private @Nullable Pointer stream;

    KeywordHearing(Sherpa library, Pointer spotter, Answers answers) {
        this.library = library;
        this.spotter = spotter;
        this.answers = answers;
    }

    @Override
    public void begin() {
        end();
        stream = library.SherpaOnnxCreateKeywordStream(spotter);
    }

    @Override
    public void hear(short[] samples, boolean isBehind) {
        Pointer current = stream;
        if (current == null) {
            return;
        }
        library.SherpaOnnxOnlineStreamAcceptWaveform(
                current, Configurations.SAMPLE_RATE, Loudness.decimals(samples), samples.length);
        while (!answers.isDropped() && library.SherpaOnnxIsKeywordStreamReady(spotter, current) != 0) {
            library.SherpaOnnxDecodeKeywordStream(spotter, current);
            tell(current);
        }
    }

    private void tell(Pointer current) {
        Pointer json = library.SherpaOnnxGetKeywordResultAsJson(spotter, current);
        try {
            String result = json.getString(0, StandardCharsets.UTF_8.name());
            if (!result.replaceAll("\\s", "").contains("\"keyword\":\"\"")) {
                answers.say(Message.of(Message.FOUND).with("result", result));
            }
        } finally {
            library.SherpaOnnxFreeKeywordResultJson(json);
        }
    }

    @Override
    public void end() {
        if (stream != null) {
            library.SherpaOnnxDestroyOnlineStream(stream);
            stream = null;
        }
    }
}
