package dev.voicebot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The way to each lane's services, with the profile's delay. */
final class Network implements AutoCloseable {
    private final Services services;
    private final List<DelayingProxy> proxies = new ArrayList<>();
    private final Profile profile;

    Network(Services services, Profile profile) {
        this.services = services;
        this.profile = profile;
    }

    synchronized int port(int lane) throws IOException {
        if (profile.network().isZero()) {
            return services.port(lane);
        }
        DelayingProxy proxy = DelayingProxy.start(services.port(lane), profile.network());
        proxies.add(proxy);
        return proxy.port();
    }

    @Override
    public synchronized void close() throws IOException {
        for (DelayingProxy proxy : proxies) {
            proxy.close();
        }
    }
}
