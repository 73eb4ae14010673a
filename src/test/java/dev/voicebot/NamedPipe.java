package dev.voicebot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A named pipe. */
public final class NamedPipe {
    private NamedPipe() {}

    /** One that nobody writes to. */
    public static Path make(Path file) throws IOException, InterruptedException {
        Requirements.commands("mkfifo");
        new ProcessBuilder("mkfifo", file.toString()).inheritIO().start().waitFor();
        return file;
    }

    /** One that these bytes come out of, once. */
    public static Path of(Path file, byte[] bytes) throws IOException, InterruptedException {
        make(file);
        Thread writer = new Thread(() -> write(file, bytes), "pipe-writer");
        writer.setDaemon(true);
        writer.start();
        return file;
    }

    private static void write(Path file, byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
        } catch (IOException e) {
            return; // the reader left, which its own test tells
        }
    }
}
