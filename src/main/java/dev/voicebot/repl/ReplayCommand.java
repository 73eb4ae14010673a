package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.ClipPlayer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.threads.Worker;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /replay}: a saved reply is heard again, on a thread of its own. */
final class ReplayCommand {
    private static final String NEWEST = "1";

    private final ChatDisplay display;
    private final Replies replies;
    private final RecordingArchive archive;
    private final Supplier<AudioOutput> speaker;
    private @Nullable Replay current; // guarded by the line's lock

    ReplayCommand(ChatDisplay display, Replies replies, RecordingArchive archive, Supplier<AudioOutput> speaker) {
        this.display = display;
        this.replies = replies;
        this.archive = archive;
        this.speaker = speaker;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/replay", "[N|WORDS]", tr("play a saved reply"), this::replay)
                .detailed(tr("1 is the newest. Words are searched in questions and replies. Ctrl-C stops playback.")));
    }

    private void replay(String query) {
        replies.interrupt();
        Replay replay = new Replay();
        current = replay;
        Worker.REPLAY.start(() -> replay.run(query.isEmpty() ? NEWEST : query));
    }

    /** Whether something was being heard. Under the line's lock. */
    boolean stop() {
        Replay running = current;
        current = null;
        if (running == null) {
            return false;
        }
        running.stop();
        display.state(ChatState.Still.IDLE);
        return true;
    }

    /** One reply being heard again. */
    private final class Replay {
        private volatile boolean stopped;
        private volatile @Nullable ClipPlayer player; // set by the replay's thread

        private void run(String query) {
            try {
                archive.find(query)
                        .ifPresentOrElse(this::play, () -> display.later(() -> display.notice(nothingFor(query))));
            } catch (AssistantException e) {
                display.later(() -> display.notice(e.userMessage()));
            }
            display.later(this::ended);
        }

        private String nothingFor(String query) {
            return query.isEmpty() ? tr("No saved replies yet.") : tr("No saved reply matches '%s'.", query);
        }

        private void play(SavedReply reply) {
            display.later(() -> show(reply));
            try (AudioOutput output = speaker.get()) {
                ClipPlayer playing = new ClipPlayer(clip(reply), 1, output);
                player = playing;
                if (!stopped) {
                    playing.play();
                }
            }
        }

        private void show(SavedReply reply) {
            if (!stopped) {
                display.plain(reply.said().isEmpty() ? reply.wav().toString() : reply.said());
                display.state(ChatState.Still.REPLAYING);
            }
        }

        private PcmFrame clip(SavedReply reply) {
            try (WavReader wav = WavReader.open(reply.wav())) {
                return wav.all();
            }
        }

        private void stop() {
            stopped = true;
            ClipPlayer playing = player;
            if (playing != null) {
                playing.stop();
            }
        }

        private void ended() {
            if (current == this) {
                current = null;
                display.state(ChatState.Still.IDLE);
                display.blankRow();
            }
        }
    }
}
