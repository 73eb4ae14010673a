package dev.voicebot.outcome;

import static dev.voicebot.text.Messages.tr;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Says in one line what went wrong with a file: Java's own messages are often just the file's name. */
public final class FileFault {
    private FileFault() {}

    /** {@code doing} says what was tried and on which file: {@code "Cannot write reply.wav"}. */
    public static AssistantException of(FaultKind kind, String doing, IOException cause) {
        return new AssistantException(kind, tr("%s: %s.", doing, reason(cause)), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return tr("no such file or folder");
        }
        if (cause instanceof AccessDeniedException) {
            return tr("permission denied");
        }
        if (cause instanceof FileAlreadyExistsException) {
            return tr("it already exists");
        }
        if (cause instanceof NotDirectoryException) {
            return tr("not a folder");
        }
        if (cause instanceof EOFException) {
            return tr("the file is incomplete");
        }
        if (cause instanceof FileNotFoundException) { // name (reason)
            return String.valueOf(cause.getMessage()).replaceFirst("(?s)^.* \\((.*)\\)$", "$1");
        }
        String text = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(text, cause.getClass().getSimpleName());
    }
}
