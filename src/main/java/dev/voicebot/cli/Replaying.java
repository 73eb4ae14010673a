package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.ClipPlayer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.TimeStretch;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.repl.PlayerScreen;
import java.util.List;

/** Plays saved replies. */
final class Replaying {
    private final CommandContext context;
    private final double speed;

    Replaying(CommandContext context, double speed) {
        if (speed < TimeStretch.SLOWEST || speed > TimeStretch.FASTEST) {
            throw new AssistantException(FaultKind.USAGE, tr("--speed must be 0.5 to 3, got %s.", speed));
        }
        this.context = context;
        this.speed = speed;
    }

    /** One after the other, for ever when they {@code loop}; blocks until they were heard, or the user left. */
    int play(List<SavedReply> replies, boolean loop) {
        boolean wanted = true;
        do {
            for (int i = 0; wanted && i < replies.size(); i++) {
                wanted = play(replies.get(i));
            }
        } while (loop && wanted);
        return ExitCode.DONE.number();
    }

    /** False when the user does not want to hear more. */
    private boolean play(SavedReply reply) {
        context.tell(tr("Playing %s (%s).", reply.wav(), RecordingTable.seconds(reply.length())));
        if (!reply.said().isEmpty()) {
            context.printLine(reply.said());
        }
        PcmFrame clip = clip(reply);
        ClipPlayer player =
                new ClipPlayer(clip, speed, context.assembly().devices().speaker());
        boolean wanted = true;
        try (Cancellation.Registration tie = context.cancellation().onCancel(player::stop)) {
            if (context.isInteractive()) {
                wanted = PlayerScreen.play(player, clip, context.colours());
            } else {
                player.play();
            }
        }
        context.cancellation().throwIfCancelled();
        return wanted;
    }

    private static PcmFrame clip(SavedReply reply) {
        try (WavReader wav = WavReader.open(reply.wav())) {
            return wav.all();
        }
    }
}
