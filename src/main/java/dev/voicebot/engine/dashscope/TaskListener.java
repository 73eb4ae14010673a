package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;

/** Gets what the service says of one task, and nothing of any other; on threads of the SDK, one call at a time. */
interface TaskListener {
    /** The socket is open. */
    void opened();

    /** The service has taken the task. */
    void started();

    /** A {@code result-generated} event's payload. */
    void result(JsonObject payload);

    /** An event that nobody here knows; {@code kind} names it. */
    void strange(String kind);

    void sound(ByteBuffer piece);

    /** The payload of {@code task-finished}; {@code early} when the service was not told yet that nothing more comes. */
    void finished(JsonObject payload, boolean early);

    void closed(int code, String reason);

    /** {@code e} is the {@code ApiException} of a {@code task-failed}, or what the network or the SDK threw. */
    void failed(Throwable e);
}
