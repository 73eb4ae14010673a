package dev.voicebot.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks up nothing at all: a question about a name, even one below {@code localhost}, may leave this machine. */
final class LoopbackDns implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        if (!Reach.isLoopback(host)) {
            throw new UnknownHostException(Reach.refusal(host));
        }
        return Reach.loopback(host);
    }
}
