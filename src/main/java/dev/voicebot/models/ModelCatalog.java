package dev.voicebot.models;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.credentials.Secret;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that the service offers to one key, with their prices: kept for a day on disk, readable by the owner only,
 * and refreshed in the background. Thread-safe.
 */
public final class ModelCatalog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalog.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final ModelRequest request;
    private final Path file;
    private final Clock clock;
    private final AtomicBoolean isRefreshing = new AtomicBoolean();

    @GuardedBy("this")
    private @Nullable List<OfferedModel> known; // read when first asked

    @GuardedBy("this")
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param folder where the lists are kept; created when needed
     */
    public ModelCatalog(ModelRequest request, Path folder, Clock clock) {
        this.request = request;
        this.file = folder.resolve(
                "offered-" + request.httpUrl().getHost() + "-" + hash(request.httpUrl(), request.key()) + ".json");
        this.clock = clock;
    }

    /** What is known by now; empty before the first answer. Reads at most a small file. */
    public synchronized List<OfferedModel> models() {
        List<OfferedModel> models = known;
        if (models == null) {
            models = read();
            known = models;
        }
        return models;
    }

    /** A model by its name, or the one that it is a snapshot of. */
    public Optional<OfferedModel> find(String name) {
        String base = name.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "");
        return named(name).or(() -> named(base));
    }

    private Optional<OfferedModel> named(String name) {
        return models().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** The names of those for {@code part}. */
    public List<String> names(Part part) {
        return models().stream()
                .filter(model -> model.parts().contains(part))
                .map(OfferedModel::name)
                .toList();
    }

    /** The same where the service is asked first if nothing is known: blocks for two seconds at most. */
    public List<String> namesNow(Part part) {
        if (models().isEmpty()) {
            try {
                fetch(GLANCE);
            } catch (AssistantException e) {
                LOG.debug("no list of models: {}", e.userMessage());
            }
        }
        return names(part);
    }

    /** Asks the service in the background, if its last answer is a day old. Returns at once. */
    public void refresh() {
        if (isRefreshing.compareAndSet(false, true)) {
            Worker.MODELS.start(this::refreshNow);
        }
    }

    private void refreshNow() {
        try {
            if (!isFresh()) {
                fetch(Duration.ofSeconds(20));
            }
        } catch (AssistantException e) {
            LOG.debug("the model list is not refreshed: {}", e.userMessage());
        } finally {
            isRefreshing.set(false);
        }
    }

    /**
     * Asks the service now; blocks for {@code patience} at most.
     *
     * @throws AssistantException CREDENTIALS, SETTINGS or SERVICE when it gives no list
     */
    public List<OfferedModel> fetch(Duration patience) {
        List<OfferedModel> models = request.all(patience);
        keep(models);
        return models;
    }

    /** An answer that is still on its way is not kept any more. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private boolean isFresh() {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return Duration.between(written, clock.instant()).abs().compareTo(KEPT) < 0;
        } catch (IOException e) {
            return false; // there is none yet
        }
    }

    private List<OfferedModel> read() {
        if (!isFresh()) {
            return List.of();
        }
        try {
            return ModelList.read(Files.readString(file), Part.CHAT).models();
        } catch (IOException e) {
            LOG.warn("cannot read {}", file, e);
            return List.of();
        }
    }

    private synchronized void keep(List<OfferedModel> models) {
        known = models;
        if (closed) {
            return;
        }
        try {
            PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, ModelList.write(models));
        } catch (IOException e) {
            LOG.warn("cannot write {}", file, e); // the next start asks again
        }
    }

    /** Says nothing about the key, and differs from that of every other key and address. */
    private static String hash(URI address, Secret key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((address + " " + key.reveal()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
