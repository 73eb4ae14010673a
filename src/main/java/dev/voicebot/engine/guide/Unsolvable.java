package dev.voicebot.engine.guide;

/** Why a sum has no answer. */
final class Unsolvable extends Exception {
    /** What stands in the way. */
    enum Reason {
        UNREADABLE,
        DIVISION_BY_ZERO,
        TOO_MANY_DIGITS,
        NO_REAL_NUMBER
    }

    private final Reason reason;

    Unsolvable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
