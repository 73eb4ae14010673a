package dev.voicebot.cli;

import dev.voicebot.talk.DyingTalk;
import java.io.IOException;
import java.nio.file.Path;

/** Talks by voice, kept while they are said. */
final class DyingTalks implements Dying {
    @Override
    public void run(Path home, Shell shell) {
        DyingTalk.run(home);
    }

    @Override
    public void check(Path home, Shell shell, int asked) throws IOException {
        DyingTalk.check(home);
    }
}
