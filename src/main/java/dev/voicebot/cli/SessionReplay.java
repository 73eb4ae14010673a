package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.TimeStretch;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.sessions.Replay;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Plays a whole kept conversation again: questions, answers and sound in their own time. Needs no network. */
final class SessionReplay {
    private static final Pattern LIKE_A_NAME = Pattern.compile("\\d{8}-[a-z0-9-]*");

    private final CommandContext context;
    private final ReplayOptions options;
    private final double speed;
    private final boolean json;

    SessionReplay(CommandContext context, ReplayOptions options, double speed, boolean json) {
        if (speed < TimeStretch.SLOWEST || speed > TimeStretch.FASTEST) {
            throw new AssistantException(FaultKind.USAGE, tr("--speed must be 0.5 to 3, got %s.", speed));
        }
        this.context = context;
        this.options = options;
        this.speed = speed;
        this.json = json;
    }

    /** The conversation that is meant: by --session, or by a word that looks like a session's name. */
    static Optional<SavedSession> meant(SessionFolder folder, ReplayOptions options, List<String> words) {
        if (options.session().isPresent()) {
            return options.session().map(folder::find);
        }
        boolean isName = words.size() == 1 && LIKE_A_NAME.matcher(words.get(0)).matches();
        return isName ? Optional.of(folder.find(words.get(0))) : Optional.empty();
    }

    /** Blocks until the end. */
    int play(SavedSession saved) {
        if (options.from() > 1 && saved.turns().stream().noneMatch(turn -> turn.number() >= options.from())) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("%s has no turn %s. See 'voicebot sessions show'.", saved.id(), options.from()));
        }
        try (SessionSound sound = new SessionSound(context, speed)) {
            Replay.Stage stage = json
                    ? new JsonStage(context, sound, options.instant())
                    : new TextStage(context, sound, options.instant());
            new Replay(stage, this::pass).play(saved, options.from(), context.cancellation());
        }
        return ExitCode.DONE.number();
    }

    private void pass(Duration time) {
        if (!options.instant()) {
            pass((long) (time.toNanos() / speed));
        }
    }

    private void pass(long nanos) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration tie = context.cancellation().onCancel(cancelled::countDown)) {
            if (cancelled.await(nanos, TimeUnit.NANOSECONDS)) {
                throw AssistantException.interrupted();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
