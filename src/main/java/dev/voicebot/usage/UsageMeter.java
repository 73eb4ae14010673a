package dev.voicebot.usage;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.config.Setting;
import dev.voicebot.config.UsageSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Utterance;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.turn.TurnRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what one run of the program uses, keeps it by day, and refuses turns beyond a limit. Any thread. */
public final class UsageMeter implements TurnKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(UsageMeter.class);
    private static final Set<String> BUILT_IN = Set.of("", "guide", "espeak-ng");

    private final UsageFolder folder;
    private final PriceList prices;
    private final UsageSettings limits;
    private final Supplier<String> recognizer;

    @GuardedBy("this")
    private Usage sinceTurn = Usage.NONE;

    @GuardedBy("this")
    private Usage lastTurn = Usage.NONE;

    @GuardedBy("this")
    private Usage chat = Usage.NONE;

    /** {@code recognizer} is the name of the model that hears, as it is in the prices. */
    public UsageMeter(UsageFolder folder, PriceList prices, UsageSettings limits, Supplier<String> recognizer) {
        this.folder = folder;
        this.prices = prices;
        this.limits = limits;
        this.recognizer = recognizer;
    }

    public String currency() {
        return prices.currency();
    }

    /** What the last turn came to, with the talk before it. */
    public synchronized Usage lastTurn() {
        return lastTurn;
    }

    /** What this run came to. */
    public synchronized Usage chat() {
        return chat;
    }

    /** What all runs of today came to, this one included. */
    public Usage today() {
        return folder.of(folder.today());
    }

    /** What is to be said before the first turn, where a limit is set that cannot be kept with {@code services}. */
    public Optional<String> doubt(List<String> services) {
        List<String> unknown =
                services.stream().filter(service -> !prices.hasPrice(service)).toList();
        if (unknown.isEmpty()
                || (limits.maxCost().isEmpty() && limits.maxCostPerDay().isEmpty())) {
            return Optional.empty();
        }
        Setting<?> limit = limits.maxCost().isPresent() ? UsageSettings.MAX_COST : UsageSettings.MAX_COST_PER_DAY;
        return Optional.of(tr(
                "%s does not count %s, whose price is unknown. Set it in [prices].",
                limit.key(), String.join(tr(" and "), unknown)));
    }

    @Override
    public void permit() {
        limits.maxCost().ifPresent(this::permitChat);
        limits.maxCostPerDay().ifPresent(this::permitDay);
    }

    private void permitChat(double most) {
        double cost = chat().cost();
        if (most == 0) {
            throw refusal(tr(
                    "%s is 0, which allows no turns. Use --max-cost 0.5, or leave it empty for no limit.",
                    UsageSettings.MAX_COST.key()));
        }
        if (cost >= most) {
            throw refusal(tr(
                    "This chat has cost about %s and %s is %s. Continue with 'voicebot chat --continue --max-cost %s'.",
                    money(cost), UsageSettings.MAX_COST.key(), plain(most), plain(most * 2)));
        }
    }

    private void permitDay(double most) {
        String name = UsageSettings.MAX_COST_PER_DAY.key();
        double cost = today().cost();
        if (most == 0) {
            throw refusal(tr("%s is 0, which allows no turns. Raise it in the settings.", name));
        }
        if (cost >= most) {
            throw refusal(tr(
                    "Today's chats have cost about %s and %s is %s. Raise it in the settings, or for one run with --set"
                            + " %s=%s.",
                    money(cost), name, plain(most), name, plain(Math.max(most, cost) * 2)));
        }
    }

    private static AssistantException refusal(String line) {
        return new AssistantException(FaultKind.FAILED, line);
    }

    private String money(double amount) {
        return plain(amount) + " " + prices.currency();
    }

    @Override
    public void ended(TurnRecord turn) {
        TurnRecord.Written written = turn.written();
        Usage tokens = tokens(written);
        Usage characters = characters(turn.spoken().engine(), turn.spoken().characters());
        Usage whole;
        synchronized (this) {
            whole = new Usage(1, 0, 0, 0, Duration.ZERO, 0).plus(tokens).plus(characters);
            lastTurn = whole.plus(sinceTurn);
            sinceTurn = Usage.NONE;
            chat = chat.plus(whole);
        }
        folder.add(services(written.model(), turn.spoken().engine()), whole, prices.currency());
    }

    @Override
    public void thrownAway(String model, ChatUsage usage) {
        used(model, usage);
    }

    /** A model took tokens beside the turns: to hear, or to translate what was heard. */
    public void used(String model, ChatUsage usage) {
        if (usage.isKnown() && !BUILT_IN.contains(model)) {
            keepQuietly(model, tokens(model, usage));
        }
    }

    /** A talk was given to the recogniser; it belongs to the turn that follows. */
    public void heard(Utterance talk) {
        if (!talk.sound().isZero()) {
            String name = recognizer.get();
            Optional<Double> cost = prices.ofSound(name, talk.sound())
                    .or(() -> prices.ofTokens(name, 0, 0)); // whose tokens are counted for themselves
            keepQuietly(name, priced(0, 0, 0, talk.sound(), name, cost));
        }
    }

    /** A text was spoken outside of a conversation. */
    public void spoke(String engine, long characters) {
        keepQuietly(engine, characters(engine, characters));
    }

    private void keepQuietly(String service, Usage usage) {
        synchronized (this) {
            sinceTurn = sinceTurn.plus(usage);
            chat = chat.plus(usage);
        }
        try {
            folder.add(service, usage, prices.currency());
        } catch (AssistantException e) {
            LOG.warn("the usage is not kept", e);
        }
    }

    /** An interrupted answer is counted by its texts: the service tells its count only at the end. */
    private Usage tokens(TurnRecord.Written written) {
        boolean isCounted = written.usage().isKnown() || BUILT_IN.contains(written.model());
        return tokens(written.model(), isCounted ? written.usage() : written.estimate());
    }

    private Usage tokens(String model, ChatUsage counted) {
        long prompt = counted.promptTokens();
        long completion = counted.completionTokens();
        Optional<Double> cost = counted.isKnown() ? prices.ofTokens(model, prompt, completion) : Optional.of(0.0);
        return priced(prompt, completion, 0, Duration.ZERO, model, cost);
    }

    private Usage characters(String engine, long characters) {
        Optional<Double> cost = characters == 0 ? Optional.of(0.0) : prices.ofCharacters(engine, characters);
        return priced(0, 0, characters, Duration.ZERO, engine, cost);
    }

    private static Usage priced(
            long prompt, long completion, long characters, Duration sound, String name, Optional<Double> cost) {
        Set<String> unpriced = cost.isEmpty() && !BUILT_IN.contains(name) ? Set.of(name) : Set.of();
        return new Usage(0, prompt, completion, characters, sound, cost.orElse(0.0), unpriced);
    }

    private static String services(String model, String engine) {
        return engine.isEmpty() ? model : model + "+" + engine;
    }

    /** Short, and never in another locale's digits. */
    private static String plain(double amount) {
        String text = String.format(Locale.ROOT, "%.6f", amount);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
