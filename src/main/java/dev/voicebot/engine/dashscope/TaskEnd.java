package dev.voicebot.engine.dashscope;

/** How a task of the speech service's came to its end. */
enum TaskEnd {
    /** The service said {@code task-finished} after it was told that nothing more would come: the only good end. */
    FINISHED,
    /** The service said {@code task-finished} though more was to come. */
    EARLY,
    /** The service ended it because nothing came for long, or no speech did. */
    IDLE,
    /** The socket was closed or cut, whatever the code, before the service said that the task is finished. */
    CLOSED,
    /** The service has no such model. */
    UNKNOWN_MODEL,
    /** The service said nothing any more. */
    SILENT,
    /** The service refused or failed, or could not be reached. */
    FAILED,
    /** Somebody here gave it up. */
    GIVEN_UP
}
