package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The part of sherpa-onnx's C interface (c-api.h of 1.13) that is used; names are the header's. */
@SuppressWarnings("MethodName") // JNA binds by the C name
interface Sherpa extends Library {
    @Nullable
    Pointer SherpaOnnxCreateOnlineRecognizer(Memory config);

    Pointer SherpaOnnxCreateOnlineStream(Pointer recognizer);

    void SherpaOnnxDestroyOnlineStream(Pointer stream);

    void SherpaOnnxOnlineStreamAcceptWaveform(Pointer stream, int sampleRate, float[] samples, int count);

    void SherpaOnnxOnlineStreamInputFinished(Pointer stream);

    int SherpaOnnxIsOnlineStreamReady(Pointer recognizer, Pointer stream);

    void SherpaOnnxDecodeOnlineStream(Pointer recognizer, Pointer stream);

    int SherpaOnnxOnlineStreamIsEndpoint(Pointer recognizer, Pointer stream);

    void SherpaOnnxOnlineStreamReset(Pointer recognizer, Pointer stream);

    Pointer SherpaOnnxGetOnlineStreamResultAsJson(Pointer recognizer, Pointer stream);

    void SherpaOnnxDestroyOnlineStreamResultJson(Pointer json);

    @Nullable
    Pointer SherpaOnnxCreateKeywordSpotter(Memory config);

    Pointer SherpaOnnxCreateKeywordStream(Pointer spotter);

    int SherpaOnnxIsKeywordStreamReady(Pointer spotter, Pointer stream);

    void SherpaOnnxDecodeKeywordStream(Pointer spotter, Pointer stream);

    Pointer SherpaOnnxGetKeywordResultAsJson(Pointer spotter, Pointer stream);

    void SherpaOnnxFreeKeywordResultJson(Pointer json);

    @Nullable
    Pointer SherpaOnnxCreateOfflineRecognizer(Memory config);

    Pointer SherpaOnnxCreateOfflineStream(Pointer recognizer);

    void SherpaOnnxDestroyOfflineStream(Pointer stream);

    void SherpaOnnxAcceptWaveformOffline(Pointer stream, int sampleRate, float[] samples, int count);

    void SherpaOnnxDecodeOfflineStream(Pointer recognizer, Pointer stream);

    Pointer SherpaOnnxGetOfflineStreamResultAsJson(Pointer stream);

    void SherpaOnnxDestroyOfflineStreamResultJson(Pointer json);

    @Nullable
    Pointer SherpaOnnxCreateOfflineTts(Memory config);

    int SherpaOnnxOfflineTtsSampleRate(Pointer tts);

    @Nullable
    Pointer SherpaOnnxOfflineTtsGenerateWithCallback(
            Pointer tts, String text, int speaker, float speed, SoundCallback callback);

    void SherpaOnnxDestroyOfflineTtsGeneratedAudio(Pointer audio);

    /** Receives the sound of each sentence; 1 goes on, 0 gives up. */
    @FunctionalInterface
    interface SoundCallback extends Callback {
        int sound(Pointer samples, int count);
    }
}
