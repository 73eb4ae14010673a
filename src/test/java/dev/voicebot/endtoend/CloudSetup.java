package dev.voicebot.endtoend;

import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program in an empty home, with the cloud's stand-in and a virtual sound card of its own. */
final class CloudSetup implements AutoCloseable {
    private final Path folder;
    private final VirtualSoundCard card;
    private final StandIn standIn;
    private final Voicebot voicebot;

    private CloudSetup(Path folder, VirtualSoundCard card, StandIn standIn, Voicebot voicebot) {
        this.folder = folder;
        this.card = card;
        this.standIn = standIn;
        this.voicebot = voicebot;
    }

    static CloudSetup start(Path folder, Script script) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        VirtualSoundCard card = VirtualSoundCard.start(folder.resolve("card"));
        StandIn standIn = StandIn.start(script);
        Voicebot voicebot = new Voicebot(home).with(card.environment()).with(standIn.environment());
        return new CloudSetup(folder, card, standIn, voicebot);
    }

    VirtualSoundCard card() {
        return card;
    }

    StandIn standIn() {
        return standIn;
    }

    Voicebot voicebot() {
        return voicebot;
    }

    /** A conversation in a terminal of 80 columns, once it tells its engines. */
    Tmux chat(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Voicebot.launcher().toString(), "chat"));
        command.addAll(List.of(options));
        Tmux tmux = Tmux.start(folder, voicebot.environment(), 80, 24, command.toArray(String[]::new));
        tmux.waitFor("fun-asr-realtime");
        return tmux;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        voicebot.close();
        standIn.close();
        card.close();
    }
}
