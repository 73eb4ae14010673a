package dev.voicebot.trace;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.network.Network;
import dev.voicebot.network.Route;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what goes over the wires of a command. Its connections go by way of a port of the loopback address, where they
 * are passed on to the services and written down: without keys, and without header fields that tell whose they are.
 */
public final class WireTrace implements Route, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WireTrace.class);
    private static final int BACKLOG = 50;
    private static final Pattern PATH = Pattern.compile("/(\\d+)(/.*)");

    private final ServerSocket server;
    private final TraceFile file;
    private final boolean sound;
    private final Network network;
    private final List<URI> services = new CopyOnWriteArrayList<>(); // guarded by itself while added to
    private final List<Relay> relays = new CopyOnWriteArrayList<>();
    private final Map<URI, IOException> failures = new ConcurrentHashMap<>(); // by service

    private WireTrace(ServerSocket server, TraceFile file, boolean sound, Network network) {
        this.server = server;
        this.file = file;
        this.sound = sound;
        this.network = network;
    }

    /**
     * Begins a trace; only the owner can read its file.
     *
     * @param secrets what must not get into the file
     * @param sound whether sound is written whole, instead of as lengths
     * @param network how services are reached from here
     * @throws AssistantException SETTINGS when the file cannot be written
     */
    public static WireTrace start(Path file, Collection<String> secrets, boolean sound, Network network) {
        try {
            TraceFile lines = TraceFile.create(file, new Redaction(secrets));
            WireTrace trace = new WireTrace(
                    new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), lines, sound, network);
            Worker.TRACE.start(trace::accept);
            return trace;
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("Cannot write the trace to %s. Choose another file.", file), e);
        }
    }

    /** The address on this machine from which connections are passed on to {@code address}. */
    @Override
    public URI of(URI address) {
        URI service = service(address);
        int number;
        synchronized (services) {
            if (!services.contains(service)) {
                services.add(service);
            }
            number = services.indexOf(service);
        }
        String scheme = address.getScheme().startsWith("ws") ? "ws" : "http";
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/" + number + path + query);
    }

    private Optional<Target> target(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) >= services.size()) {
            return Optional.empty();
        }
        URI service = services.get(Integer.parseInt(parts.group(1)));
        return Optional.of(new Target(service, parts.group(2), network, failure -> keep(service, failure)));
    }

    private void keep(URI service, Optional<IOException> failure) {
        failure.ifPresentOrElse(e -> failures.put(service, e), () -> failures.remove(service));
    }

    @Override
    public Optional<IOException> failure(URI address) {
        return Optional.ofNullable(failures.get(service(address)));
    }

    private static URI service(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    private void accept() {
        try {
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                Relay relay = new Relay(number, client, this::target, file, sound);
                relays.add(relay);
                Worker.TRACE.start(number, relay);
            }
        } catch (IOException e) {
            LOG.debug("no further connections are traced: {}", e.toString()); // closed
        }
    }

    @Override
    public void close() {
        try (file;
                server) {
            relays.forEach(Relay::close);
        } catch (IOException e) {
            LOG.warn("the trace does not close: {}", e.toString());
        }
    }
}
