package dev.voicebot.standin;

/**
 * How a task ends other than well.
 *
 * @param moment when it happens
 * @param manner what the client sees
 * @param after how many sentences, heard or spoken, go well before {@link Moment#MIDDLE}
 * @param code of a Close frame
 * @param errorCode of {@code task-failed}, with {@code errorMessage}
 */
record Ending(Moment moment, Manner manner, int after, int code, String errorCode, String errorMessage) {
    /** Where in a task. */
    enum Moment {
        /** Instead of {@code task-started}. */
        BEFORE,
        /** Right after {@code task-started}. */
        START,
        /** With sound or text that comes in. */
        MIDDLE,
        /** After {@code finish-task}, instead of {@code task-finished}. */
        END
    }

    /** What the client sees. */
    enum Manner {
        FAILED,
        /** The socket is cut without a word. */
        CUT,
        /** A Close frame. */
        CLOSED,
        /** {@code task-finished}. */
        FINISHED,
        /** Nothing, ever. */
        SILENT,
        /** Words for ever, but no end. */
        ENDLESS,
        /** {@code task-finished} in the end, with less than what was to be said. */
        SPEAKS_LESS,
        /** {@code task-finished} in the end, without sound. */
        MUTE
    }

    boolean is(Moment when) {
        return moment == when && !isKeptUp();
    }

    /** Whether it spoils what the task gives, instead of ending it. */
    boolean isKeptUp() {
        return manner == Manner.SPEAKS_LESS || manner == Manner.MUTE;
    }

    /** Ends {@code id} on {@code socket} so. */
    void happen(SpeechSocket socket, String id) {
        switch (manner) {
            case FAILED -> socket.fail(id, errorCode, errorMessage);
            case CUT -> socket.cutOnceRead();
            case CLOSED -> socket.closeWith(code);
            case FINISHED -> socket.finished(id, null);
            case SILENT -> socket.forget();
            case ENDLESS -> socket.repeat(id);
            case SPEAKS_LESS, MUTE -> throw new IllegalStateException(manner + " ends nothing");
        }
    }
}
