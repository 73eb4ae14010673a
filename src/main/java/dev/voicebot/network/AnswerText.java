package dev.voicebot.network;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** What a service answered, as text; of a text that does not end only the beginning. */
public final class AnswerText {
    private static final long MOST_OF_A_FAULT = 64 * 1024; // bytes
    private static final long MOST = 16 * 1024 * 1024;

    private AnswerText() {}

    /** Of an answer that is not what was asked for: a sentence or two of it are shown. */
    public static String ofFault(ResponseBody body) throws IOException {
        return beginning(body, MOST_OF_A_FAULT);
    }

    /** Of an answer that is needed whole: what is longer than any is cut, and then not understood. */
    public static String of(ResponseBody body) throws IOException {
        return beginning(body, MOST);
    }

    private static String beginning(ResponseBody body, long most) throws IOException {
        try (BufferedSource source = body.source()) {
            boolean unused = source.request(most);
            long count = Math.min(most, source.getBuffer().size());
            return source.readString(count, charset(body.contentType()));
        }
    }

    private static Charset charset(@Nullable MediaType type) {
        Charset named = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return named == null ? StandardCharsets.UTF_8 : named;
    }
}
