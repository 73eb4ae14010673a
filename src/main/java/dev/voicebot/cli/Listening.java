package dev.voicebot.cli;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.LiveLine;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** One run of the recogniser on a microphone: writes each sentence once, when it has ended. */
final class Listening {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5); // for the service to end what it was sent
    private static final String MUTE =
            mark("Heard only silence: the microphone may be muted, or this terminal may lack" + " permission.");

    private final CommandContext context;
    private final SpeechRecognizer recognizer;
    private final LiveLine live;
    private final HeardSound.Wishes wishes;
    private final TranscriptWriter writer;
    private final boolean isMicrophone;
    private volatile Transcript understood = Transcript.EMPTY; // set by the engine's thread
    private volatile boolean stopped; // set by Ctrl-C

    /** {@code isMicrophone}: it brings sound as it is made, no faster. */
    Listening(CommandContext context, HeardSound.Wishes wishes, TranscriptWriter writer, boolean isMicrophone) {
        this.isMicrophone = isMicrophone;
        this.context = context;
        this.recognizer = context.recognizer();
        this.live = context.liveLine();
        this.wishes = wishes;
        this.writer = writer;
    }

    /** Ctrl-C ends the talk and what was said is still written; a second one gives it up. */
    Transcript untilStopped(AudioInput microphone) {
        try (HeardSound sound = new HeardSound(microphone.start(), wishes);
                CtrlC end = CtrlC.runs(() -> stop(sound), context.cancellation()::cancel)) {
            live.show(tr("● listening (Ctrl-C to stop)"));
            return finish(listen(sound), sound);
        }
    }

    /**
     * One utterance; gives up when there is no word within {@code maxWait}, and takes what there is at {@code limit},
     * whatever the service does.
     */
    Transcript once(AudioInput input, Duration maxWait, Duration limit) {
        Timer timer = Worker.MAX_WAIT.timer();
        try (HeardSound sound = new HeardSound(input.start(), wishes);
                Cancellation.Scope wait = context.cancellation().child();
                CtrlC end = CtrlC.runs(() -> stop(sound), context.cancellation()::cancel)) {
            live.show("● listening");
            timer.schedule(task(() -> giveUpUnheard(wait.cancellation())), maxWait.toMillis());
            timer.schedule(task(sound::stop), limit.toMillis());
            timer.schedule(
                    task(wait.cancellation()::cancel), limit.plus(LAST_WORDS).toMillis());
            return finish(utterance(listenOnce(sound, wait.cancellation())), sound);
        } finally {
            timer.cancel();
        }
    }

    private Transcript listen(Recording sound) {
        try {
            return recognizer.listen(sound, this::show, context.cancellation());
        } finally {
            live.clear();
        }
    }

    private Transcript listenOnce(HeardSound sound, Cancellation wait) {
        try {
            return recognizer.listen(sound, update -> showOnce(update, sound), wait);
        } catch (AssistantException e) {
            boolean isOurs = wait.isCancelled() && !context.cancellation().isCancelled();
            if (isOurs && e.kind() == FaultKind.INTERRUPTED) {
                return understood.settled(sound.length());
            }
            throw e;
        } finally {
            live.clear();
        }
    }

    private void showOnce(Transcript update, Recording sound) {
        understood = update;
        if (!update.sentences().isEmpty()) {
            sound.stop();
        }
        writer.partial(update.text());
        live.show("● " + update.text());
    }

    private void show(Transcript update) {
        if (writer.isNewsIn(update)) {
            live.clear();
        }
        writer.update(update);
        live.show("● " + update.unfinished());
    }

    private Transcript finish(Transcript whole, HeardSound sound) {
        writer.end(whole);
        if (!whole.isEmpty()) {
            return whole;
        }
        if (stopped) {
            throw AssistantException.interrupted();
        }
        throw sound.isMute() ? new AssistantException(FaultKind.NOTHING_HEARD, tr(MUTE)) : nothingHeard();
    }

    /** All that was said as one sentence, however often the recogniser ended one; of a file only the first, as it runs on. */
    private Transcript utterance(Transcript whole) {
        List<Sentence> said = whole.sentences();
        if (said.size() < 2) {
            return whole;
        }
        boolean runsOn = !isMicrophone && wishes.end().isEmpty();
        return new Transcript(List.of(runsOn ? said.get(0) : Sentence.joined(said)), "");
    }

    private void stop(Recording sound) {
        stopped = true;
        sound.stop();
    }

    private void giveUpUnheard(Cancellation wait) {
        if (understood.isEmpty()) {
            wait.cancel();
        }
    }

    private static TimerTask task(Runnable work) {
        return new TimerTask() {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    static AssistantException nothingHeard() {
        return new AssistantException(FaultKind.NOTHING_HEARD, tr("Didn't hear anything."));
    }
}
