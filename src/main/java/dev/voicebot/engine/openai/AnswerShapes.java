package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.network.AnswerText;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/**
 * Brings what servers answer into the one shape that the SDK reads: a whole answer into a stream, an error of any shape
 * into OpenAI's. Without it the SDK takes a body that is no stream for an empty one.
 */
final class AnswerShapes implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType EVENTS = MediaType.get("text/event-stream");
    private static final MediaType OBJECT = MediaType.get("application/json");
    private static final String EVENT_BEGINNINGS = "deir:"; // data, event, id, retry, a comment
    private static final int END = -1;

    /** The server answered with something that is neither an answer nor an error. */
    static final class NotAChatException extends IOException {
        private final boolean webPage;

        NotAChatException(boolean webPage, String words) {
            super(words);
            this.webPage = webPage;
        }

        /** Whether it is a web page, as networks that want a sign-in send for everything. */
        boolean isWebPage() {
            return webPage;
        }
    }

    private final Duration patience;

    /** {@code patience} is how long no word of an answer may come. */
    AnswerShapes(Duration patience) {
        this.patience = patience;
    }

    /** The server wants the question to be sent elsewhere. */
    static final class RedirectedException extends IOException {
        RedirectedException(String target) {
            super(target);
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        long begin = System.nanoTime();
        Response response = chain.proceed(chain.request());
        if (response.isRedirect()) {
            response.close();
            throw new RedirectedException(target(response));
        }
        if (response.body() == null) {
            return response;
        }
        PatientSource patient = new PatientSource(response.body().source(), patience, begin, System::nanoTime);
        ResponseBody body = ResponseBody.create(
                Okio.buffer(patient),
                response.body().contentType(),
                response.body().contentLength());
        if (!response.isSuccessful()) {
            return with(response, ServerError.inText(AnswerText.ofFault(body)).json(), OBJECT);
        }
        String path = chain.request().url().encodedPath();
        if (path.endsWith("/audio/speech")) {
            return response; // sound, whose first byte means nothing
        }
        int first = firstByte(body.source());
        if (first == '<') {
            throw new NotAChatException(true, ServerError.words(AnswerText.ofFault(body)));
        }
        return path.endsWith("/chat/completions")
                ? stream(response, body, first, patient)
                : response.newBuilder().body(body).build();
    }

    private static Response stream(Response response, ResponseBody body, int first, PatientSource patient)
            throws IOException {
        if (first == END) {
            return response.newBuilder().body(body).build();
        }
        if (first == '{' || first == '[') {
            return with(response, events(AnswerText.of(body)), EVENTS);
        }
        if (EVENT_BEGINNINGS.indexOf(first) < 0) {
            throw new NotAChatException(false, ServerError.words(AnswerText.ofFault(body)));
        }
        BufferedSource lines = Okio.buffer(new EventLines(body.source(), patient::word));
        return response.newBuilder()
                .body(ResponseBody.create(lines, EVENTS, END))
                .build();
    }

    /** The host of a redirect, with the path if the host stays the same; "another address" if it names none. */
    private static String target(Response response) {
        HttpUrl from = response.request().url();
        HttpUrl to = from.resolve(response.header("Location", ""));
        if (to == null) {
            return tr("another address");
        }
        return to.host().equals(from.host()) ? to.host() + to.encodedPath() : to.host();
    }

    /** Blocks until it is there. */
    private static int firstByte(BufferedSource source) throws IOException {
        for (long i = 0; source.request(i + 1); i++) {
            byte here = source.getBuffer().getByte(i);
            if (!Character.isWhitespace(here)) {
                return here;
            }
        }
        return END;
    }

    /** A whole answer as a stream of one piece. */
    private static String events(String body) throws IOException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new NotAChatException(false, ServerError.words(body));
        }
        if (!answer.hasNonNull("choices")) {
            return event(ServerError.inText(body).json());
        }
        for (JsonNode choice : answer.path("choices")) {
            if (choice.has("message") && choice instanceof ObjectNode object) {
                object.set("delta", choice.get("message"));
                object.remove("message");
            }
        }
        return event(answer.toString()) + event("[DONE]");
    }

    private static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static Response with(Response response, String body, MediaType type) {
        return response.newBuilder().body(ResponseBody.create(body, type)).build();
    }
}
