package dev.voicebot.endtoend;

import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the tests with the cloud's stand-in and a virtual sound card begin and end with. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class CloudTest {
    @TempDir
    Path folder;

    final Script script;
    CloudSetup cloud;

    /** What the stand-in answers; each test may change it. */
    CloudTest(Script script) {
        this.script = script;
    }

    @BeforeEach
    void startCloud() throws IOException, InterruptedException {
        cloud = CloudSetup.start(folder, script);
    }

    @AfterEach
    void endCloud() throws IOException, InterruptedException {
        if (cloud != null) {
            cloud.close();
        }
    }
}
