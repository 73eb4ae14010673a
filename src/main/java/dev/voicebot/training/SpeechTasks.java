package dev.voicebot.training;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The speech side: a WebSocket (RFC 6455) whose tasks start, give a result for whatever comes, and finish. */
final class SpeechTasks {
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
    private static final Pattern TASK = Pattern.compile("\"task_id\":\"([^\"]+)\"");
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final byte[] SILENCE = new byte[4096];

    private static final String WORDS = "{\"output\":{\"sentence\":{\"sentence_id\":1,\"begin_time\":0,"
            + "\"end_time\":100,\"text\":\"hello\",\"sentence_end\":true,\"words\":[]}},"
            + "\"usage\":{\"duration\":1}}";

    private final DataInputStream in;
    private final OutputStream out;

    private SpeechTasks(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Accepts the upgrade and serves until the client closes. */
    static void serve(String key, DataInputStream in, OutputStream out) throws IOException {
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        SpeechTasks tasks = new SpeechTasks(in, out);
        while (tasks.answerNext()) {
            out.flush();
        }
    }

    private static String accept(String key) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private boolean answerNext() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        String message = new String(unmasked(), StandardCharsets.UTF_8);
        if (opcode == TEXT) {
            answer(message);
        } else if (opcode == CLOSE) {
            send(CLOSE, new byte[0]);
        }
        return opcode != CLOSE;
    }

    private byte[] unmasked() throws IOException {
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] bytes = in.readNBytes(length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return bytes;
    }

    private void answer(String message) throws IOException {
        Matcher task = TASK.matcher(message);
        String id = task.find() ? task.group(1) : "";
        if (message.contains("\"run-task\"")) {
            event(id, "task-started", "{}");
        } else if (message.contains("\"continue-task\"")) {
            send(BINARY, SILENCE);
            event(id, "result-generated", "{\"output\":{},\"usage\":{\"characters\":1000}}");
        } else if (message.contains("\"finish-task\"")) {
            event(id, "result-generated", WORDS);
            event(id, "task-finished", "{\"output\":{},\"usage\":{\"characters\":1000}}");
        }
    }

    private void event(String task, String name, String payload) throws IOException {
        String json = "{\"header\":{\"task_id\":\"" + task + "\",\"event\":\"" + name
                + "\",\"attributes\":{}},\"payload\":" + payload + "}";
        send(TEXT, json.getBytes(StandardCharsets.UTF_8));
    }

    /** One frame of up to 65535 bytes. */
    private void send(int opcode, byte[] bytes) throws IOException {
        out.write(0x80 | opcode);
        if (bytes.length < 126) {
            out.write(bytes.length);
        } else {
            out.write(126);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
        }
        out.write(bytes);
    }
}
