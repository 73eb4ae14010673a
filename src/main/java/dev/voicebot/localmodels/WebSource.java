package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.network.Network;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The addresses of the catalog, with mirrors of mainland China behind them; or one mirror, or one folder on the web,
 * instead. A host that does not answer quickly comes last. One thread.
 */
final class WebSource implements PullSource {
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(30);
    private static final Map<String, String> MIRRORS = Map.of(
            "https://huggingface.co/", "https://hf-mirror.com/",
            "https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models/",
                    "https://modelscope.cn/models/csukuangfj/asr-models/resolve/master/");

    private final Network network;
    private final Optional<URI> mirror;
    private final Optional<URI> folder;
    private final PullListener listener;
    private final OkHttpClient client;
    private final Map<String, Boolean> answers = new HashMap<>(); // by scheme, host and port
    private final Map<String, Boolean> replaced = new HashMap<>(); // hosts, and whether the user wants another instead

    /**
     * Opens nothing yet.
     *
     * @param mirror takes the place of scheme and host of each address
     * @param folder has all files by their own names
     */
    WebSource(Network network, Optional<URI> mirror, Optional<URI> folder, PullListener listener) {
        this.network = network;
        this.mirror = mirror;
        this.folder = folder;
        this.listener = listener;
        this.client = OkHttp.on(network, new OkHttpClient.Builder())
                .followRedirects(true) // files lie at content networks; their digests are known
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(BETWEEN_BYTES)
                .build();
    }

    @Override
    public List<Place> places(CatalogModel model, CatalogModel.CatalogFile file) {
        return usable(addresses(file)).stream()
                .<Place>map(address -> new PageLayout(address, file.size(), file.hasDigest()))
                .toList();
    }

    /** The publisher's first, unless it is silent and the user agrees to one that is not. */
    private List<URI> usable(List<URI> addresses) {
        if (addresses.size() < 2 || answers(addresses.get(0))) {
            return addresses;
        }
        URI first = addresses.get(0);
        Optional<URI> other = addresses.stream().skip(1).filter(this::answers).findFirst();
        if (other.isEmpty()) {
            return addresses;
        }
        return isReplaced(first.getHost(), other.get().getHost())
                ? addresses.stream()
                        .sorted(Comparator.comparing(address -> answers(address) ? 0 : 1))
                        .toList()
                : List.of(first);
    }

    private boolean isReplaced(String host, String other) {
        return replaced.computeIfAbsent(host, silent -> listener.usesInstead(tr("%s does not answer.", silent), other));
    }

    private List<URI> addresses(CatalogModel.CatalogFile file) {
        if (folder.isPresent()) {
            return List.of(below(folder.get(), file.fileName()));
        }
        if (mirror.isPresent()) {
            return file.addresses().stream()
                    .limit(1)
                    .map(address -> below(mirror.get(), URI.create(address).getRawPath()))
                    .toList();
        }
        Set<String> all = new LinkedHashSet<>(file.addresses());
        file.addresses()
                .forEach(address -> MIRRORS.forEach((official, instead) -> {
                    if (address.startsWith(official)) {
                        all.add(instead + address.substring(official.length()));
                    }
                }));
        return all.stream().map(URI::create).toList();
    }

    private static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + "/" + path.replaceFirst("^/+", ""));
    }

    /** Whether the host says anything at all. */
    private boolean answers(URI address) {
        return answers.computeIfAbsent(address.getScheme() + "://" + address.getRawAuthority(), host -> {
            Request request =
                    new Request.Builder().url(address.toString()).head().build();
            OkHttpClient quick = client.newBuilder()
                    .callTimeout(GLANCE)
                    .followRedirects(false)
                    .build();
            try (Response response = quick.newCall(request).execute()) {
                return response.code() < 500;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private final class PageLayout implements Place {
        private final URI address;
        private final long size;
        private final boolean isExact;

        PageLayout(URI address, long size, boolean isExact) {
            this.address = address;
            this.size = size;
            this.isExact = isExact;
        }

        @Override
        public String name() {
            return address.getHost();
        }

        @Override
        public void fetch(Path part, LongConsumer progress, Cancellation cancellation) {
            network.reach().require(address);
            new Download(client, network.retries(), address, isExact ? size : 0).into(part, progress, cancellation);
        }
    }
}
