package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.protocol.ConnectionOptions;
import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.time.Duration;

/** Where the speech service is, and who asks. */
public record DashScopeConnection(URI websocketUrl, Secret apiKey, Duration connectTimeout) {
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /** The SDK's own time-outs are minutes long. */
    ConnectionOptions options() {
        return ConnectionOptions.builder()
                .connectTimeout(connectTimeout)
                .writeTimeout(WRITE_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .build();
    }
}
