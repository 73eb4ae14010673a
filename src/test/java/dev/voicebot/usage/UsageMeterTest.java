package dev.voicebot.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.config.UsageSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recognition.Utterance;
import dev.voicebot.turn.TurnRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageMeterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T23:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    @Test
    void aTurnCostsItsTokensItsCharactersAndItsTalk() {
        UsageMeter meter = meter(Limits.NONE);

        meter.heard(talk(Duration.ofMinutes(2)));
        meter.ended(turn(1_000_000, 500_000, 10_000));

        Usage turn = meter.lastTurn();
        assertThat(turn.turns()).isEqualTo(1);
        assertThat(turn.promptTokens()).isEqualTo(1_000_000);
        assertThat(turn.completionTokens()).isEqualTo(500_000);
        assertThat(turn.characters()).isEqualTo(10_000);
        assertThat(turn.listened()).isEqualTo(Duration.ofMinutes(2));
        assertThat(turn.cost()).isCloseTo(0.8 + 1.0 + 2.0 + 0.018, within(1e-9));
    }

    @Test
    void theChatIsTheSumOfItsTurnsAndTheDayOfAllChats() {
        UsageMeter first = meter(Limits.NONE);
        UsageMeter second = meter(Limits.NONE);
        first.ended(turn(100, 10, 50));
        first.ended(turn(200, 20, 0));

        second.ended(turn(300, 30, 0));
        second.spoke("cosyvoice-v2", 1000);

        assertThat(first.chat().promptTokens()).isEqualTo(300);
        assertThat(first.lastTurn().promptTokens()).isEqualTo(200);
        assertThat(second.today().promptTokens()).isEqualTo(600);
        assertThat(second.today().characters()).isEqualTo(1050);
        assertThat(second.today().turns()).isEqualTo(3);
    }

    @Test
    void aTalkThatLedToNoTurnStillCosts() {
        UsageMeter meter = meter(Limits.NONE);

        meter.heard(talk(Duration.ofHours(1)));

        assertThat(meter.chat().cost()).isCloseTo(0.54, within(1e-9));
        assertThat(meter.today().listened()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void onceAChatHasCostAsMuchAsItMayTheNextTurnIsRefused() {
        UsageMeter meter = meter(Limits.ofChat(0.5));
        meter.permit();

        meter.ended(turn(1_000_000, 0, 0));

        assertThatThrownBy(meter::permit)
                .isInstanceOf(AssistantException.class)
                .hasMessage("This chat has cost about 0.8 CNY and usage.max_cost is 0.5. Continue with 'voicebot"
                        + " chat --continue --max-cost 1'.");
    }

    @Test
    void aDayHasALimitForAllChatsTogether() {
        meter(Limits.NONE).ended(turn(1_000_000, 0, 0));

        UsageMeter later = meter(Limits.ofDay(0.8));

        assertThatThrownBy(later::permit).hasMessageContaining("Today's chats have cost about 0.8 CNY");
    }

    @Test
    void aLimitOfNothingRefusesTheFirstTurnAndSaysWhatWouldHelp() {
        assertThatThrownBy(() -> meter(Limits.ofChat(0.0)).permit())
                .isInstanceOf(AssistantException.class)
                .hasMessage("usage.max_cost is 0, which allows no turns. Use --max-cost 0.5, or leave it empty for"
                        + " no limit.");
        assertThatThrownBy(() -> meter(Limits.ofDay(0.0)).permit())
                .hasMessageStartingWith("usage.max_cost_per_day is 0, which allows no turns");
    }

    @Test
    void theAdviceForADayThatCostMuchMoreWouldHelp() {
        meter(Limits.NONE).ended(turn(10_000_000, 0, 0));

        assertThatThrownBy(() -> meter(Limits.ofDay(0.5)).permit())
                .hasMessageContaining("Today's chats have cost about 8 CNY")
                .hasMessageEndingWith("--set usage.max_cost_per_day=16.");
    }

    @Test
    void anAnswerThatTheServiceDidNotCountIsEstimated() {
        UsageMeter meter = meter(Limits.NONE);

        meter.ended(interrupted("qwen-plus"));
        assertThat(meter.lastTurn().promptTokens()).isEqualTo(1_000_000);
        assertThat(meter.lastTurn().completionTokens()).isEqualTo(4);
        assertThat(meter.lastTurn().cost()).isCloseTo(0.8 + 4 * 2.0 / 1_000_000, within(1e-12));

        meter.ended(interrupted("guide"));
        assertThat(meter.lastTurn().promptTokens()).isZero();
    }

    private static TurnRecord interrupted(String model) {
        return new TurnRecord(
                "q",
                new TurnRecord.Written(model, "茶茶茶 four", List.of(), ChatUsage.NONE, new ChatUsage(1_000_000, 4)),
                TurnRecord.Spoken.NONE,
                new TurnRecord.End(TurnRecord.End.Kind.INTERRUPTED, "茶", "", Duration.ZERO));
    }

    @Test
    void anAnswerAskedForInVainBelongsToTheTurnThatFollows() {
        UsageMeter meter = meter(Limits.NONE);

        meter.thrownAway("qwen-plus", new ChatUsage(100, 10));
        meter.ended(turn(50, 5, 0));

        assertThat(meter.lastTurn().promptTokens()).isEqualTo(150);
        assertThat(meter.today().completionTokens()).isEqualTo(15);
        assertThat(meter.chat().turns()).isEqualTo(1);
    }

    @Test
    void aServiceWithoutAPriceIsNamedAndTheBuiltInOnesAreFree() {
        UsageMeter meter = meter(Limits.NONE);

        meter.ended(turn("qwen3", 10, 10, "espeak-ng", 100));

        assertThat(meter.lastTurn().cost()).isZero();
        assertThat(meter.lastTurn().unpriced()).containsExactly("qwen3");
        assertThat(meter.today().unpriced()).containsExactly("qwen3");
    }

    @Test
    void theServicesOwnPricesWinOverGuesses() {
        Map<String, Double> service = Map.of("qwen-plus-input", 1.0, "qwen-plus-output", 3.0);
        PriceList prices =
                new PriceList(Map.of("qwen-plus-output", 4.0), name -> Optional.ofNullable(service.get(name)), "CNY");
        UsageMeter meter = new UsageMeter(folder(), prices, Limits.NONE, () -> "");

        meter.ended(turn(1_000_000, 1_000_000, 0));

        assertThat(meter.chat().cost()).isCloseTo(5, within(1e-9));
    }

    @Test
    void guessesAreOfOneCurrencyOnly() {
        UsageMeter meter = new UsageMeter(folder(), new PriceList(Map.of(), "USD"), Limits.NONE, () -> "");

        meter.ended(turn(1_000_000, 0, 0));

        assertThat(meter.chat().unpriced()).containsExactly("qwen-plus");
    }

    @Test
    void aLimitThatCannotBeKeptIsSaid() {
        List<String> services = List.of("qwen-plus", "some-recognizer");
        UsageMeter limited = meter(Limits.ofChat(1.0));

        assertThat(limited.doubt(services))
                .hasValue("usage.max_cost does not count some-recognizer, whose price is unknown. Set it in [prices].");
        assertThat(limited.doubt(List.of("qwen-plus", "cosyvoice-v2"))).isEmpty();
        assertThat(meter(Limits.NONE).doubt(services)).isEmpty();
    }

    @Test
    void ownPricesWinOverTheKnownOnes() {
        UsageMeter meter = new UsageMeter(
                folder(),
                new PriceList(
                        Map.of(
                                "qwen-plus-input",
                                8.0,
                                "qwen-plus-output",
                                8.0,
                                "qwen3-input",
                                1.0,
                                "qwen3-output",
                                1.0),
                        "EUR"),
                Limits.NONE,
                () -> "");

        meter.ended(turn(1_000_000, 0, 0));
        meter.ended(turn("qwen3", 500_000, 500_000, "", 0));

        assertThat(meter.chat().cost()).isCloseTo(9, within(1e-9));
    }

    @Test
    void daysAreListedTodayFirstAndEmptyOnesNot() {
        Clock earlier = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        new UsageMeter(
                        new UsageFolder(data.resolve("usage"), earlier),
                        new PriceList(Map.of(), "CNY"),
                        Limits.NONE,
                        () -> "")
                .ended(turn(7, 7, 0));
        meter(Limits.NONE).ended(turn(1, 1, 0));

        assertThat(folder().last(7))
                .extracting(day -> day.date().toString())
                .containsExactly("2026-11-25", "2026-11-22");
        assertThat(folder().last(2)).hasSize(1);
    }

    private UsageMeter meter(UsageSettings limits) {
        return new UsageMeter(folder(), new PriceList(Map.of(), "CNY"), limits, () -> "gummy-realtime-v1");
    }

    private UsageFolder folder() {
        return new UsageFolder(data.resolve("usage"), CLOCK);
    }

    private static Utterance talk(Duration sound) {
        return new Utterance(sound, List.of(), "words");
    }

    private static TurnRecord turn(long prompt, long completion, long characters) {
        return turn("qwen-plus", prompt, completion, "cosyvoice-v2", characters);
    }

    private static TurnRecord turn(String model, long prompt, long completion, String engine, long characters) {
        return new TurnRecord(
                "q",
                new TurnRecord.Written(model, "a", List.of(), new ChatUsage(prompt, completion), ChatUsage.NONE),
                new TurnRecord.Spoken(engine, "voice", characters, Optional.empty(), Optional.empty()),
                new TurnRecord.End(TurnRecord.End.Kind.WHOLE, "a", "", Duration.ZERO));
    }
}
