package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.config.ServerSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.openai.SpeechParameters;
import dev.voicebot.engine.openai.SpeechServers;
import dev.voicebot.engine.openai.SpeechServers.Found;
import dev.voicebot.network.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The servers that hear and speak: those that the settings name, else those on this machine, which get no key. */
final class ServerSpeech {
    private static final Duration LOOK_FOR_SERVERS = Duration.ofMillis(200);

    private final Settings settings;
    private final Network network;
    private final SpeechDetection detection;
    private final OpenedParts opened;

    ServerSpeech(Settings settings, Network network, SpeechDetection detection, OpenedParts opened) {
        this.settings = settings;
        this.network = network;
        this.detection = detection;
        this.opened = opened;
    }

    /** Who hears by {@code recognition.engine = "openai"}; looks for a server where none is named. */
    HearingEngine hearing() {
        return new ServerHearing(
                named(hearingSide()).or(() -> here(hearingSide())), settings.recognition(), detection, opened);
    }

    /** A server on this machine that hears. Looks for it, which takes a moment. */
    Optional<HearingEngine> hearingHere() {
        return here(hearingSide())
                .map(found -> new ServerHearing(Optional.of(found), settings.recognition(), detection, opened));
    }

    /** Who speaks by {@code synthesis.engine = "openai"}; looks for a server where none is named. */
    VoiceEngine voice() {
        Side side = new Side(
                SynthesisSettings.BASE_URL.table(),
                settings.synthesis().server(),
                settings.synthesis().model(),
                servers -> servers.speaking(LOOK_FOR_SERVERS));
        return new ServerVoice(
                named(side).or(() -> here(side)), settings.synthesis().pcmRate());
    }

    /** Who hears or speaks, by the name of its model, in a few words. */
    static String title(Optional<SpeechParameters> server, String name) {
        return server.map(SpeechParameters::host)
                .map(host -> name.equals(host) ? host : tr("%s at %s", name, host))
                .orElseGet(() -> tr("off (no server found)"));
    }

    /** Hearing or speaking, as its table of the settings has it. */
    private record Side(
            String table, ServerSettings server, String model, Function<SpeechServers, Optional<Found>> search) {
        Optional<String> wantedModel() {
            return Optional.of(model).filter(name -> !name.isBlank() && !name.equals(Settings.AUTO));
        }
    }

    private Side hearingSide() {
        return new Side(
                RecognitionSettings.BASE_URL.table(),
                settings.recognition().server(),
                settings.recognition().model(),
                servers -> servers.hearing(LOOK_FOR_SERVERS));
    }

    private Optional<SpeechParameters> named(Side side) {
        return side.server()
                .baseUrl()
                .map(url -> parameters(side, url, side.server().apiKey(), side.wantedModel()));
    }

    private Optional<SpeechParameters> here(Side side) {
        return side.search()
                .apply(SpeechServers.usual())
                .map(found -> parameters(
                        side,
                        found.baseUrl(),
                        Optional.empty(),
                        side.wantedModel().or(found::knownModel)));
    }

    private SpeechParameters parameters(Side side, URI baseUrl, Optional<Secret> key, Optional<String> model) {
        return new SpeechParameters(
                side.table(),
                baseUrl,
                key,
                model,
                settings.dashscope().connectTimeout(),
                side.server().timeout(),
                network);
    }
}
