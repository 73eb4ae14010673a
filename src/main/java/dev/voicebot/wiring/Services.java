package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.models.OfferedModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services and engines in use: their names, what they offer and cost, and how to find out whether they would work. */
public final class Services {
    private final ChatChoice answering;
    private final VoiceChoice voice;
    private final HearingChoice hearing;
    private final CloudAccess cloud;
    private final CloudModels models;
    private final EspeakVoice embedded;
    private final OpenedParts opened;

    Services(
            ChatChoice answering,
            VoiceChoice voice,
            HearingChoice hearing,
            CloudAccess cloud,
            CloudModels models,
            EspeakVoice embedded,
            OpenedParts opened) {
        this.answering = answering;
        this.voice = voice;
        this.hearing = hearing;
        this.cloud = cloud;
        this.models = models;
        this.embedded = embedded;
        this.opened = opened;
    }

    /**
     * What the service offers, with prices; asks it when that is not known. Blocks for {@code patience} at most.
     *
     * @throws AssistantException CREDENTIALS without a key; what the service refuses
     */
    public List<OfferedModel> offered(Duration patience) {
        return models.catalog()
                .orElseThrow(
                        () -> new AssistantException(
                                FaultKind.CREDENTIALS,
                                tr(
                                        "Listing models needs a DashScope key. Run voicebot setup, or export DASHSCOPE_API_KEY=sk-…")))
                .fetch(patience);
    }

    /** What the service is known to take for one unit of that name, as {@code [prices]} has it; returns at once. */
    public Optional<Double> price(String name) {
        return models.price(name);
    }

    /** The models in use that are not free. */
    public List<String> priced() {
        List<String> priced = new ArrayList<>();
        answering
                .chosen()
                .server()
                .filter(server -> !server.parameters().isFree())
                .ifPresent(server -> priced.add(server.name()));
        if (hearing.isPriced()) {
            priced.add(hearing.name());
        }
        if (voice.isPriced()) {
            priced.add(voice.name());
        }
        return priced;
    }

    /**
     * Who answers, and how to find out whether it would; looks for a local server, which takes a moment.
     *
     * @throws AssistantException of kind CREDENTIALS without the key it needs
     */
    public Service chat() {
        Service service = answering.service();
        opened.add(answering.chosen().close());
        return service;
    }

    /** Who understands speech, and how to find out whether it would; throws as {@link #chat}. */
    public Service recognition() {
        return hearing.service(embedded::open);
    }

    /** Which region the key belongs to, and how to find out whether it does; none without a key. */
    public Optional<Service> region() {
        return cloud.regionService();
    }

    /** Finds out where a key that the user has typed belongs. */
    public KeyTrial keyTrial() {
        return cloud.keyTrial();
    }

    /** Who speaks, and how to find out whether it would; throws as {@link #chat}. */
    public Service synthesis() {
        return voice.service();
    }

    /** Who answers, speaks and understands speech, in a few words each. */
    public String inUse() {
        return String.join(" · ", tr("chat: %s", answering.chosen().name()), voice.title(), hearing.title());
    }

    /** What to do for a language model, in one line, where the search for one found none. */
    public Optional<String> obstacleToAnswering() {
        return answering.obstacle();
    }

    /** Whether any of them was chosen by {@code auto}. */
    public boolean areChosenByAuto() {
        return answering.isAutomatic() || voice.isAutomatic() || hearing.isAutomatic();
    }
}
