package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.base.FullDuplexServiceParam;
import com.alibaba.dashscope.protocol.ApiServiceOption;
import com.alibaba.dashscope.protocol.FullDuplexRequest;
import com.alibaba.dashscope.protocol.Protocol;
import com.alibaba.dashscope.protocol.StreamingMode;
import com.google.gson.JsonObject;
import io.reactivex.Flowable;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;

/** One task as the SDK sends it; knows its id, and whether the service was told that nothing more comes. */
final class TaskRequest extends FullDuplexRequest {
    private final String id = UUID.randomUUID().toString().replace("-", "");
    private volatile boolean isFinishSent;

    /** {@code outgoing} gives strings or {@link ByteBuffer}s; it is subscribed to once the socket is open. */
    TaskRequest(DashScopeConnection connection, TaskDescription what, Flowable<?> outgoing) {
        super(
                new Param.Builder(what, outgoing)
                        .apiKey(connection.apiKey().reveal())
                        .model(what.model())
                        .build(),
                ApiServiceOption.builder()
                        .protocol(Protocol.WEBSOCKET)
                        .streamingMode(StreamingMode.DUPLEX)
                        .baseWebSocketUrl(connection
                                .network()
                                .route()
                                .of(connection.websocketUrl())
                                .toString())
                        .taskGroup(TaskDescription.GROUP)
                        .task(what.task())
                        .function(what.function())
                        .build());
    }

    String id() {
        return id;
    }

    boolean isFinishSent() {
        return isFinishSent;
    }

    @Override
    public JsonObject getStartTaskMessage() {
        JsonObject message = super.getStartTaskMessage();
        message.getAsJsonObject("header").addProperty("task_id", id);
        return message;
    }

    @Override
    public JsonObject getFinishedTaskMessage(String taskId) {
        isFinishSent = true;
        return super.getFinishedTaskMessage(taskId);
    }

    /** The SDK's own kinds of this know one family of models each. */
    private static final class Param extends FullDuplexServiceParam {
        private final TaskDescription what;
        private final Flowable<?> outgoing;

        private Param(Builder builder) {
            super(builder);
            this.what = builder.what;
            this.outgoing = builder.outgoing;
        }

        @Override
        public Map<String, Object> getParameters() {
            return what.parameters();
        }

        @Override
        public Map<String, Object> getInputs() {
            return what.input();
        }

        @Override
        public Flowable<Object> getStreamingData() {
            return outgoing.map(piece -> piece instanceof String text ? Map.of("text", text) : piece);
        }

        private static final class Builder extends FullDuplexServiceParamBuilder<Param, Builder> {
            private final TaskDescription what;
            private final Flowable<?> outgoing;

            Builder(TaskDescription what, Flowable<?> outgoing) {
                this.what = what;
                this.outgoing = outgoing;
            }

            @Override
            protected Builder self() {
                return this;
            }

            @Override
            public Param build() {
                return new Param(this);
            }
        }
    }
}
