package dev.voicebot.credentials;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where a key may travel: over an encrypted connection, or not leave the machine. */
public final class Endpoint {
    private static final Set<String> PLAIN = Set.of("ws", "http");

    private Endpoint() {}

    /**
     * Refuses to send {@code key} in the clear.
     *
     * @param place what to name in the message: a setting, a variable, a line of a file
     * @throws AssistantException of kind SETTINGS
     */
    public static void check(URI address, Optional<Secret> key, String place) {
        if (key.isPresent() && PLAIN.contains(address.getScheme()) && !isLoopback(address)) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "%s would send the key unencrypted to %s. Use %s://",
                            place, address.getHost(), address.getScheme().equals("ws") ? "wss" : "https"));
        }
    }

    /** Whether {@code address} names this machine, in letters or numbers; names are not looked up. */
    public static boolean isLoopback(URI address) {
        String host = String.valueOf(address.getHost());
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** An address for a message: a name and password in it are left out. */
    public static String withoutUser(String address) {
        return address.replaceFirst("//[^/@]*@", "//***@");
    }
}
