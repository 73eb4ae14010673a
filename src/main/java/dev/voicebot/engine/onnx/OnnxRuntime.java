package dev.voicebot.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;

/** The library, one for the process, and how it runs small models. */
record OnnxRuntime(OrtEnvironment environment) {
    /** Loads it. {@code cache} is where it is unpacked, once. */
    static OnnxRuntime load(Path cache) throws IOException, OrtException {
        NativeLibrary.unpackInto(cache);
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        environment.setTelemetry(false);
        return new OnnxRuntime(environment);
    }

    OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1); // more only cost: a window takes less than a millisecond
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.set_denormal_as_zero", "1"); // silence would cost many times more
            return environment.createSession(model, options);
        }
    }
}
