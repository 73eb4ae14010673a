package dev.voicebot.engine.openai;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Sends marked requests to paths that the SDK does not know. */
final class OtherPath implements Interceptor {
    /** Marks a request with the path; is not sent. */
    static final String MARK = "X-Voicebot-Path";

    /** Where whisper.cpp's server transcribes; it is not below {@code /v1}. */
    static final String INFERENCE = "/inference";

    /** Where servers list their voices. */
    static final String VOICES = "/audio/voices";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String path = request.header(MARK);
        if (path == null) {
            return chain.proceed(request);
        }
        HttpUrl url = request.url();
        String base = url.encodedPath().replaceFirst("/(audio/transcriptions|models)$", "");
        String place = path.equals(INFERENCE) ? base.replaceFirst("/v1$", "") : base;
        return chain.proceed(request.newBuilder()
                .removeHeader(MARK)
                .url(url.newBuilder().encodedPath(place + path).build())
                .build());
    }
}
