package dev.voicebot.wiring;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.engine.onnx.SmartTurn;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears whether a turn is over, by the model that was pulled for it, which is loaded when it is first needed. */
public final class TurnSense {
    private static final Logger LOG = LoggerFactory.getLogger(TurnSense.class);

    private final ModelStore store;
    private final Path cache;

    @GuardedBy("this")
    private @Nullable TurnModel model;

    @GuardedBy("this")
    private @Nullable AssistantException failure;

    TurnSense(ModelStore store, Path cache) {
        this.store = store;
        this.cache = cache;
    }

    /** Loads it; empty where none was pulled, or it does not run here. */
    public synchronized Optional<TurnModel> model() {
        if (model == null && failure == null) {
            pulled().ifPresent(this::load);
        }
        return Optional.ofNullable(model);
    }

    private synchronized void load(LocalModel pulled) {
        try {
            model = SmartTurn.load(pulled.file("model"), cache);
        } catch (AssistantException e) {
            LOG.warn("words alone tell when a turn is over", e);
            failure = e;
        }
    }

    /** The model that was pulled; reads files. */
    public Optional<LocalModel> pulled() {
        return store.all().stream()
                .filter(found -> found.kind() == LocalModel.Kind.TURN)
                .findFirst();
    }

    /** Why the model does not run here; loads it. */
    public synchronized Optional<AssistantException> obstacle() {
        var unused = model();
        return Optional.ofNullable(failure);
    }
}
