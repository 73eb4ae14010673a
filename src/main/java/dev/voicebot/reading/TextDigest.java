package dev.voicebot.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Passes a text on, and tells of which text a sound that says all of it is. One thread after the other. */
final class TextDigest implements Passages {
    private final Passages text;
    private final MessageDigest digest;

    TextDigest(Passages text) {
        this.text = text;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public Optional<Passage> next() {
        Optional<Passage> next = text.next();
        next.ifPresent(passage -> digest.update((passage.text() + "\n").getBytes(StandardCharsets.UTF_8)));
        return next;
    }

    /** Of all that was passed on. */
    String comment() {
        return "voicebot speak, text SHA-256 " + HexFormat.of().formatHex(digest.digest());
    }
}
