package dev.voicebot.control;

import java.util.Optional;

/**
 * What a chat answers: how it is now, and why it did not do what was asked, if so. On the socket a line of fields with
 * tabs between: {@code ok} or the reason, the process, the state, the session, the engines.
 */
public record Reply(Optional<String> refusal, Status status) {
    private static final String DONE = "ok";
    private static final int FIELDS = 5;

    String line() {
        return String.join(
                "\t",
                field(refusal.orElse(DONE)),
                Long.toString(status.pid()),
                field(status.state()),
                field(status.session()),
                field(status.engines()));
    }

    /** Empty when it is no such line. */
    static Optional<Reply> of(String line) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length < FIELDS || !fields[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Status status = new Status(Long.parseLong(fields[1]), fields[2], fields[3], fields[4]);
        return Optional.of(new Reply(Optional.of(fields[0]).filter(word -> !word.equals(DONE)), status));
    }

    private static String field(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
