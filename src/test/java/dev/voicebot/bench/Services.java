package dev.voicebot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The services of one profile, running in a process of their own, and all they have seen. */
final class Services implements AutoCloseable {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Process process;
    private final List<Integer> ports = new ArrayList<>();
    private final List<List<ServiceEvent>> lanes = new ArrayList<>();
    private final Object news = new Object();

    private Services(Process process) {
        this.process = process;
    }

    static Services start(Profile profile, int lanes) throws IOException {
        Process process = ChildJvm.start(ServiceProgram.class, profile.name(), Integer.toString(lanes));
        Services services = new Services(process);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int lane = 0; lane < lanes; lane++) {
            services.ports.add(port(lines.readLine()));
            services.lanes.add(new CopyOnWriteArrayList<>());
        }
        Thread reader = new Thread(() -> services.read(lines), "services");
        reader.setDaemon(true);
        reader.start();
        return services;
    }

    int port(int lane) {
        return ports.get(lane);
    }

    /** What one lane saw from a moment on; waits until {@code enough} of it has come over. */
    List<ServiceEvent> since(int lane, long nanos, Predicate<List<ServiceEvent>> enough) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (news) {
            List<ServiceEvent> events = since(lane, nanos);
            while (!enough.test(events) && System.nanoTime() < end) {
                news.wait(10);
                events = since(lane, nanos);
            }
            return events;
        }
    }

    private List<ServiceEvent> since(int lane, long nanos) {
        return lanes.get(lane).stream().filter(event -> event.nanos() >= nanos).toList();
    }

    /** Forgets what one lane saw. */
    void forget(int lane) {
        lanes.get(lane).clear();
    }

    private static int port(String line) throws IOException {
        if (line == null || !line.startsWith("port ")) {
            throw new IOException("the services did not start: " + line);
        }
        return Integer.parseInt(line.substring("port ".length()));
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ServiceEvent event = ServiceEvent.of(line);
                lanes.get(event.lane()).add(event);
                synchronized (news) {
                    news.notifyAll();
                }
            }
        } catch (IOException e) {
            return; // they were ended
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
