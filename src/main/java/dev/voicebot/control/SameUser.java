package dev.voicebot.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Tells whether the process at the other end of a socket is of the same user. */
final class SameUser {
    private SameUser() {}

    static boolean isAt(SocketChannel channel) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return true; // the folder keeps others out
        }
        String peer =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        return peer.equals(System.getProperty("user.name"));
    }
}
