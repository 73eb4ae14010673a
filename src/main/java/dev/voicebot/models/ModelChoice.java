package dev.voicebot.models;

import static dev.voicebot.text.Messages.tr;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The model that a part uses: the one the user named, or under "auto" the first candidate that the service is not known
 * to lack. Thread-safe.
 */
public final class ModelChoice {
    private final List<String> candidates;
    private final boolean isAutomatic;
    private final MissingModels memory;
    private final Consumer<String> notices;
    private final Supplier<List<String>> offered;
    private volatile String offer = ""; // taken from the service's list when no candidate was left; any thread

    private ModelChoice(
            List<String> candidates,
            boolean isAutomatic,
            MissingModels memory,
            Consumer<String> notices,
            Supplier<List<String>> offered) {
        if (candidates.isEmpty() || candidates.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a model must not be empty, got " + candidates);
        }
        this.candidates = List.copyOf(candidates);
        this.isAutomatic = isAutomatic;
        this.memory = memory;
        this.notices = notices;
        this.offered = offered;
    }

    /** Always this model. */
    public static ModelChoice fixed(String model) {
        return new ModelChoice(List.of(model), false, MissingModels.inMemory(), line -> {}, List::of);
    }

    /**
     * The first candidate that the service is not known to lack.
     *
     * @param notices receives one line for the user each time another model is taken
     */
    public static ModelChoice auto(List<String> candidates, MissingModels memory, Consumer<String> notices) {
        return new ModelChoice(candidates, true, memory, notices, List::of);
    }

    /**
     * The same choice; {@code offered} says which models the service has for this part, and may block for a moment. Under
     * "auto", they are taken when no candidate is left.
     */
    public ModelChoice offering(Supplier<List<String>> offered) {
        return new ModelChoice(candidates, isAutomatic, memory, notices, offered);
    }

    /**
     * The models that the service has for this part, without those that it refused; empty where that is not known. May
     * block for a few seconds.
     */
    public List<String> offered() {
        return notRefused(offered.get());
    }

    /** Those of {@code models} that the service has not refused. */
    public List<String> notRefused(List<String> models) {
        return models.stream().filter(model -> !memory.contains(model)).toList();
    }

    /** Whether the program chooses by itself, rather than the user. */
    public boolean isAutomatic() {
        return isAutomatic;
    }

    /** The model to use now. Returns at once, except for reading a small file the first time. */
    public String model() {
        return next().orElse(candidates.get(0));
    }

    /**
     * The service said that it lacks {@code missing}: remembers that for a day and reports the next model to the user.
     *
     * @return the model to use instead; empty if the user chose the model or none is left
     */
    public Optional<String> instead(String missing) {
        if (!isAutomatic) {
            return Optional.empty();
        }
        boolean isNews = memory.add(missing);
        if (next().isEmpty() && offer.isEmpty()) {
            offer = offered().stream().findFirst().orElse("");
        }
        Optional<String> next = next();
        if (next.isEmpty()) { // it is not the models that are wrong: the next start asks for them again
            memory.forgetAfterThisRun(
                    Stream.concat(candidates.stream(), Stream.of(offer)).toList());
        }
        if (isNews) {
            next.ifPresent(model ->
                    notices.accept(tr("%s does not offer %s. Using %s instead.", memory.service(), missing, model)));
        }
        return next;
    }

    private Optional<String> next() {
        return Stream.concat(candidates.stream(), Stream.of(offer))
                .filter(model -> !model.isEmpty() && !memory.contains(model))
                .findFirst();
    }

    @Override
    public String toString() {
        return model();
    }
}
