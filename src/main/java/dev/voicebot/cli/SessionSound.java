package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.ClipPlayer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.sessions.SavedTurn;
import dev.voicebot.threads.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sound of a replayed conversation, one recording after the other, on a thread {@code replay}. */
final class SessionSound implements AutoCloseable {
    private final CommandContext context;
    private final AudioOutput speaker;
    private final double speed;

    @GuardedBy("this")
    private final Set<String> told = new HashSet<>();

    private @Nullable Thread playing; // the replaying thread, as the next
    private @Nullable ClipPlayer player;

    SessionSound(CommandContext context, double speed) {
        this.context = context;
        this.speaker = context.assembly().devices().speaker();
        this.speed = speed;
    }

    /** Begins to play; what is missing is told, and the words go on. */
    void start(Path wav, int turn) {
        if (Files.notExists(wav)) {
            tellOnce(tr("The audio of turn %s is missing: %s.", turn, wav));
            return;
        }
        try (WavReader reader = WavReader.open(wav)) {
            PcmFrame clip = reader.all();
            ClipPlayer next = new ClipPlayer(clip, speed, speaker);
            player = next;
            playing = Worker.REPLAY.start(() -> play(next));
        } catch (AssistantException e) {
            tellOnce(e.userMessage());
        }
    }

    /** Stops what was begun where it was interrupted, else blocks until it has been heard. */
    void end(SavedTurn turn) {
        if (turn.reply().end() == SavedTurn.End.INTERRUPTED) {
            close();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        ClipPlayer current = player;
        Thread thread = playing;
        if (current == null || thread == null) {
            return;
        }
        try (Cancellation.Registration tie = context.cancellation().onCancel(current::stop)) {
            thread.join();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
        player = null;
        context.cancellation().throwIfCancelled();
    }

    private void play(ClipPlayer clip) {
        try (Cancellation.Registration tie = context.cancellation().onCancel(clip::stop)) {
            clip.play();
        } catch (AssistantException e) {
            tellOnce(e.userMessage());
        }
    }

    private synchronized void tellOnce(String line) {
        if (told.add(line)) {
            context.tell(line);
        }
    }

    @Override
    public void close() {
        ClipPlayer current = player;
        if (current != null) {
            current.stop();
        }
    }
}
