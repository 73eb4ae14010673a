package dev.voicebot.engine.dashscope;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;

/** Gets what a task gives, in order and one call at a time, on threads of the SDK: be quick. */
interface TaskEvents {
    /** The service has taken the task. */
    default void started() {}

    /** The payload of a {@code result-generated} event. */
    void result(JsonObject payload);

    /** An event of a kind that is not known here. */
    default void strange(String kind) {}

    default void sound(ByteBuffer piece) {}

    /** The payload of {@code task-finished}. */
    default void finished(JsonObject payload) {}
}
