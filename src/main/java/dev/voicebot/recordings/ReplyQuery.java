package dev.voicebot.recordings;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a user names a reply: by its place in the list, its file's name, a path, or words of it. */
final class ReplyQuery {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final List<SavedReply> replies;
    private final String wanted;

    /** {@code replies}: newest first. */
    ReplyQuery(List<SavedReply> replies, String text) {
        this.replies = replies;
        this.wanted = text.strip();
    }

    /** By all of these. */
    Optional<SavedReply> find() {
        return named().or(this::byWords);
    }

    /** By all but words. */
    Optional<SavedReply> named() {
        if (NUMBER.matcher(wanted).matches()) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= replies.size()) {
                return Optional.of(replies.get(number - 1));
            }
        }
        return byName().or(this::byPath);
    }

    private Optional<SavedReply> byName() {
        return replies.stream()
                .filter(reply -> reply.name().equals(wanted) || reply.name().equals(wanted + ".wav"))
                .findFirst();
    }

    private Optional<SavedReply> byPath() {
        if (!wanted.toLowerCase(Locale.ROOT).endsWith(".wav")) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(wanted);
            return Files.isRegularFile(file)
                    ? Optional.of(RecordingsFolder.describe(
                            file, Files.getLastModifiedTime(file).toInstant()))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, tr("Cannot read %s", wanted), e);
        }
    }

    private Optional<SavedReply> byWords() {
        return replies.stream().filter(reply -> reply.holds(wanted)).findFirst();
    }
}
