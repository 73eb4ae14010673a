package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.ServiceError;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who chats, hears and speaks: is the host there, does it take connections, does it accept the key and the settings? */
public final class ServiceChecks {
    private final Duration connectTimeout;
    private final Predicate<URI> reachable;

    private ServiceChecks(Duration connectTimeout, Predicate<URI> reachable) {
        this.connectTimeout = connectTimeout;
        this.reachable = reachable;
    }

    /** Of the engines that the settings choose. */
    public static List<Check> of(Assembly assembly) {
        ServiceChecks checks = new ServiceChecks(assembly.settings().dashscope().connectTimeout(), assembly::mayReach);
        List<Check> services = new ArrayList<>();
        assembly.services()
                .region()
                .ifPresent(region -> services.add(Check.needed(mark("region"), checks.look(() -> region))));
        services.addAll(List.of(
                Check.needed(mark("chat"), checks.look(assembly.services()::chat)),
                Check.needed(mark("recognition"), checks.look(assembly.services()::recognition)),
                Check.needed(mark("synthesis"), checks.look(assembly.services()::synthesis))));
        return services;
    }

    private Check.TextStyles look(Supplier<Service> service) {
        return cancellation -> {
            try {
                return look(service.get(), cancellation);
            } catch (AssistantException e) {
                // the advice is to run this very command
                String line = e.userMessage().replace(ServiceError.KEY_REFUSED.advice(), tr("See the line 'region'."));
                throw new AssistantException(e.kind(), line, e);
            }
        };
    }

    private Diagnosis look(Service service, Cancellation cancellation) {
        Map<String, Number> figures = new LinkedHashMap<>();
        service.address()
                .filter(reachable)
                .filter(ServiceChecks::isDirect)
                .ifPresent(address -> reach(service, address, figures));
        cancellation.throwIfCancelled();
        long begin = System.nanoTime();
        Service.Answer answer = service.question().ask(cancellation);
        if (service.address().isPresent()) {
            figures.put("answer_ms", millisSince(begin));
        }
        Health health = answer.isWell() ? Health.OK : Health.WARNING;
        return new Diagnosis(
                health, tr("%s%s: %s", service.engine().get(), times(service, figures), answer.text()), figures);
    }

    private static String times(Service service, Map<String, Number> figures) {
        if (service.address().isEmpty()) {
            return "";
        }
        String host = service.address().get().getHost();
        if (!figures.containsKey("connect_ms")) {
            return tr(" at %s (answer %s ms)", host, figures.get("answer_ms"));
        }
        return tr(
                " at %s (name %s ms, connection %s ms, answer %s ms)",
                host, figures.get("resolve_ms"), figures.get("connect_ms"), figures.get("answer_ms"));
    }

    /** Behind a proxy, neither the name nor the connection is ours to look at. */
    private static boolean isDirect(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        String scheme = isEncrypted(address) ? "https" : "http";
        return selector == null
                || selector.select(URI.create(scheme + "://" + address.getAuthority())).stream()
                        .allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    private void reach(Service service, URI address, Map<String, Number> figures) {
        String host = address.getHost();
        int port = address.getPort() >= 0 ? address.getPort() : isEncrypted(address) ? 443 : 80;
        long begin = System.nanoTime();
        try (Socket socket = new Socket()) {
            InetAddress found = InetAddress.getByName(host);
            figures.put("resolve_ms", millisSince(begin));
            long resolved = System.nanoTime();
            socket.connect(new InetSocketAddress(found, port), Math.toIntExact(connectTimeout.toMillis()));
            figures.put("connect_ms", millisSince(resolved));
        } catch (UnknownHostException e) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr("Cannot find the host %s. Check the network and %s.", host, service.setting()),
                    e);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr(
                            "Cannot reach %s:%s. Is the server running? Check the network and %s.",
                            host, port, service.setting()),
                    e);
        }
    }

    private static boolean isEncrypted(URI address) {
        return List.of("https", "wss").contains(address.getScheme());
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
