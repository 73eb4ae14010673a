package dev.voicebot.cli;

import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;

/** Values that are known only when somebody presses Tab; {@link CompleteCommand} prints them for the shells. */
enum LiveValues {
    SESSIONS,
    RECORDINGS,
    VOICES,
    MODELS,
    LOCAL_MODELS,
    MICROPHONES,
    SETTINGS,
    KEYS;

    /** As the scripts for the shells ask for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an option or argument names as its completion candidates: the kind, and nothing that is known already. */
    abstract static class Candidates implements Iterable<String> {
        private final LiveValues kind;

        Candidates(LiveValues kind) {
            this.kind = kind;
        }

        LiveValues kind() {
            return kind;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    /** Kept conversations. */
    static final class Sessions extends Candidates {
        Sessions() {
            super(SESSIONS);
        }
    }

    /** Saved replies. */
    static final class Recordings extends Candidates {
        Recordings() {
            super(RECORDINGS);
        }
    }

    /** Those of the engine in use. */
    static final class Voices extends Candidates {
        Voices() {
            super(VOICES);
        }
    }

    /** Those that chat. */
    static final class Models extends Candidates {
        Models() {
            super(MODELS);
        }
    }

    /** Those that run on this machine. */
    static final class LocalModels extends Candidates {
        LocalModels() {
            super(LOCAL_MODELS);
        }
    }

    /** By name. */
    static final class Microphones extends Candidates {
        Microphones() {
            super(MICROPHONES);
        }
    }

    /** Settings and tables, by name. */
    static final class Keys extends Candidates {
        Keys() {
            super(KEYS);
        }
    }

    /** {@code key=value}. */
    static final class Settings extends Candidates {
        Settings() {
            super(SETTINGS);
        }
    }
}
