package dev.voicebot.config;

import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings, checked; {@link SettingsReference} says what each one means. */
public record Settings(
        DashScope dashscope,
        Chat chat,
        Recognition recognition,
        Synthesis synthesis,
        Audio audio,
        Recordings recordings,
        Speech speech,
        Keys keys,
        Talk talk,
        HandsFree handsFree,
        Map<String, String> pronunciations,
        Usage usage,
        Network network,
        Models models,
        Map<String, Double> prices) {
    /** The value of a model or a voice that the program chooses. */
    public static final String AUTO = "auto";

    public Settings {
        pronunciations = Map.copyOf(pronunciations);
        prices = Map.copyOf(prices);
    }

    /** What may be spent; {@code prices} has no entry for what nobody named. */
    public record Usage(String currency, Optional<Double> maxCost, Optional<Double> maxCostPerDay) {}

    /** How services are reached; {@code loopbackOnly}: nothing leaves this machine. */
    public record Network(
            int retries,
            Optional<String> proxy,
            Optional<String> noProxy,
            Optional<String> certificates,
            boolean loopbackOnly) {}

    /** The models that run on this machine: where they are kept, and what they are downloaded from instead. */
    public record Models(Path directory, Optional<URI> mirror) {}

    /**
     * The account in the cloud.
     *
     * @param regions where each region's own interface is that takes any of its keys
     */
    public record DashScope(
            Optional<Secret> apiKey,
            Region region,
            Optional<String> workspace,
            Map<Region, URI> regions,
            URI websocketUrl,
            URI httpUrl,
            Duration connectTimeout) {

        public boolean hasKey() {
            return apiKey.isPresent();
        }
    }

    /** The chat model and what it is told; {@code extra} are further fields of its requests, as TOML has them. */
    public record Chat(
            ChatEngine engine,
            URI baseUrl,
            Optional<Secret> apiKey,
            String model,
            String systemPrompt,
            int historyTurns,
            Optional<Double> temperature,
            Optional<Integer> maxTokens,
            Thinking thinking,
            Optional<Integer> thinkingBudget,
            Map<String, Object> extra,
            Duration redrawInterval,
            EnterDuringReply enterDuringReply,
            Theme theme,
            Preemptive preemptive,
            boolean sendAfterTalk,
            boolean plain,
            Duration timeout,
            int maxReply) {}

    /** An OpenAI-compatible server; without an address one on this machine is meant. */
    public record Server(Optional<URI> baseUrl, Optional<Secret> apiKey, Duration timeout) {}

    /** Speech to text. */
    public record Recognition(
            RecognitionEngine engine,
            Server server,
            String model,
            int sampleRate,
            Optional<String> language,
            Optional<String> vocabularyId,
            Optional<Duration> maxEndSilence,
            Optional<String> translateTo,
            boolean context,
            String localModel) {}

    /** Text to speech; {@code voice} may be {@link #AUTO}, the model's own. */
    public record Synthesis(
            SynthesisEngine engine,
            Server server,
            int pcmRate,
            String model,
            String voice,
            int sampleRate,
            double rate,
            double pitch,
            int volume,
            boolean enabled,
            FallbackVoice fallback,
            String localModel) {}

    /** Microphone and speaker; a device is a part of its name, or its number. */
    public record Audio(
            Optional<String> inputDevice, Optional<String> outputDevice, int captureRate, int bufferFrames) {}

    /** How replies are put into spoken words. */
    public record Speech(CodeSpeech code, boolean numbers, boolean oralPrompt) {}

    /** The archive of saved replies. */
    public record Recordings(Path directory, boolean enabled) {}

    /** Talking by key. */
    public record Talk(Duration tail, boolean sounds) {}

    /** Talking without keys; {@code threshold} in decibels above the room's noise. */
    public record HandsFree(
            boolean enabled,
            Duration silence,
            Duration patience,
            Duration maxUtterance,
            double threshold,
            boolean headphones,
            boolean bargeIn,
            Duration sleepAfter,
            List<String> backChannels,
            List<String> stopWords,
            List<String> goodbyes) {}

    /** What keys do, by the names of {@link KeyNames}. */
    public record Keys(
            List<String> talk,
            List<String> pause,
            List<String> skip,
            List<String> repeat,
            List<String> faster,
            List<String> slower) {}
}
