package dev.voicebot.wiring;

import dev.voicebot.config.NetworkSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.network.Certificates;
import dev.voicebot.network.Network;
import dev.voicebot.network.Proxies;
import dev.voicebot.network.Reach;
import dev.voicebot.network.Route;
import dev.voicebot.service.Retries;
import java.nio.file.Path;
import java.util.Optional;

/** How services are reached, as the settings say. */
final class ServiceNetwork {
    private ServiceNetwork() {}

    /** Tracing begins at once; {@code opened} closes it. */
    static Network of(Settings settings, Optional<Tracing> tracing, NoticeBoard notices, OpenedParts opened) {
        NetworkSettings wanted = settings.network();
        Proxies proxies = new Proxies(wanted.proxy(), wanted.noProxy().orElse(""));
        Optional<Certificates> certificates =
                wanted.certificates().map(file -> Certificates.with(Path.of(file), NetworkSettings.CERTIFICATES.key()));
        Retries retries = new Retries(wanted.retries(), notices);
        Reach reach = wanted.loopbackOnly() ? Reach.LOOPBACK : Reach.EVERYWHERE;
        Network direct = new Network(reach.limit(Route.DIRECT), proxies, certificates, retries, reach);
        return tracing.map(it -> opened.add(it.start(settings, direct))) // first, and so the last to be closed
                .map(traced -> new Network(reach.limit(traced), proxies, certificates, retries, reach))
                .orElse(direct);
    }
}
