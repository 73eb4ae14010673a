package dev.voicebot.talk;

import java.util.Optional;

/** Where talks are kept until they are recognised; those that were not can be sent again. */
interface KeptTalks {
    /** For a talk yet to come. */
    KeptTalk next();

    /** The newest that was not recognised. */
    Optional<KeptTalk> latest();

    /** Drops what is too old to be sent again. */
    void prune();
}
