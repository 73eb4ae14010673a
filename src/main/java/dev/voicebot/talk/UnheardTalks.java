package dev.voicebot.talk;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The talks that were not recognised, or were dropped, and can be sent again. All under the line's lock. */
final class UnheardTalks {
    private final KeptTalks kept;
    private @Nullable KeptTalk dropped; // the last talk, where it can only be brought back until the next one
    private long failedNanos = System.nanoTime(); // when a talk last failed, or was dropped

    private UnheardTalks(KeptTalks kept) {
        this.kept = kept;
    }

    /** On disk, where they outlive a crash; without a folder in memory alone. */
    static UnheardTalks keptIn(Optional<Path> folder) {
        return new UnheardTalks(folder.<KeptTalks>map(TalkFolder::new).orElseGet(TalkMemory::new));
    }

    /** For a talk that begins: what was dropped before it is gone. */
    KeptTalk next() {
        forgetDropped();
        return kept.next();
    }

    void keepUntilNext(KeptTalk talk) {
        dropped = talk;
        failed();
    }

    void forgetDropped() {
        if (dropped != null) {
            dropped.drop();
            dropped = null;
        }
    }

    void failed() {
        failedNanos = System.nanoTime();
    }

    /** When a talk last failed, or was dropped, by {@link System#nanoTime()}. */
    long failedNanos() {
        return failedNanos;
    }

    Optional<KeptTalk> latest() {
        return kept.latest();
    }

    /** It is being sent again: the next talk does not take it away. */
    void retried() {
        dropped = null;
    }

    void prune() {
        kept.prune();
    }
}
