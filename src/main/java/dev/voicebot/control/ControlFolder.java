package dev.voicebot.control;

import dev.voicebot.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where running chats have their sockets, {@code chat-PID.sock}; nobody but the user may look into it. */
public final class ControlFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ControlFolder.class);
    private static final Pattern NAME = Pattern.compile("chat-(\\d{1,18})\\.sock");

    private final Path directory;

    ControlFolder(Path directory) {
        this.directory = directory;
    }

    /** {@code $XDG_RUNTIME_DIR/voicebot}; where there is no such folder, {@code run} under {@code state}. */
    public static ControlFolder of(Map<String, String> environment, Path state) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        boolean isUsable = runtime.startsWith("/") && Files.isWritable(Path.of(runtime));
        return new ControlFolder(isUsable ? Path.of(runtime, "voicebot") : state.resolve("run"));
    }

    Path make() throws IOException {
        return PrivateFiles.folder(directory);
    }

    Path socket(long pid) {
        return directory.resolve("chat-" + pid + ".sock");
    }

    /** The sockets of running chats, newest first; those of dead ones are removed. */
    List<Path> sockets() {
        List<Path> found = new ArrayList<>();
        if (Files.notExists(directory)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "chat-*.sock")) {
            for (Path file : files) {
                if (isOfRunning(file)) {
                    found.add(file);
                } else {
                    remove(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("cannot list {}", directory, e);
        }
        found.sort(Comparator.comparingLong(ControlFolder::made).reversed());
        return found;
    }

    /** A socket that nobody listens on any more. */
    void remove(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("cannot remove {}", socket, e);
        }
    }

    static Optional<Long> pidOf(Path socket) {
        Matcher name = NAME.matcher(String.valueOf(socket.getFileName()));
        return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
    }

    private static boolean isOfRunning(Path socket) {
        return pidOf(socket).flatMap(ProcessHandle::of).isPresent();
    }

    private static long made(Path socket) {
        try {
            return Files.getLastModifiedTime(socket).toMillis();
        } catch (IOException e) {
            return 0; // gone in the meantime
        }
    }
}
