package dev.voicebot.talk;

import java.nio.file.Path;
import java.util.Optional;

/** Where talks are kept until they are recognised; those that were not can be sent again. */
interface KeptTalks {
    /** On disk, where they outlive a crash; without a folder in memory alone. */
    static KeptTalks in(Optional<Path> folder) {
        return folder.<KeptTalks>map(TalkFolder::new).orElseGet(TalkMemory::new);
    }

    /** For a talk yet to come. */
    KeptTalk next();

    /** The newest that was not recognised. */
    Optional<KeptTalk> latest();

    /** Drops what is too old to be sent again. */
    void prune();
}
