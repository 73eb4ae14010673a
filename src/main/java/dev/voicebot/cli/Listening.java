package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.repl.CtrlC;
import dev.voicebot.repl.LiveLine;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** One run of the recogniser: prints each sentence once, when it has ended. */
final class Listening {
    private final Session session;
    private final SpeechRecognizer recognizer;
    private final LiveLine live;
    private int printed; // guarded by this: updates come on a thread of the engine
    private volatile boolean heard; // set by the engine's thread
    private volatile boolean waitedInVain; // set by the timer
    private volatile boolean stopped; // set by Ctrl-C

    Listening(Session session) {
        this.session = session;
        this.recognizer = session.assembly().recognizer();
        this.live = session.liveLine();
    }

    /** A file, whole; Ctrl-C gives it up. */
    int toTheEnd(AudioInput input) {
        try (Recording sound = input.start()) {
            return finish(listen(sound, session.cancellation()));
        }
    }

    /** A microphone: Ctrl-C ends the talk and what was said is still printed; a second one gives it up. */
    int untilStopped(AudioInput microphone) {
        try (Recording sound = microphone.start();
                CtrlC end = CtrlC.runs(() -> stop(sound), session.cancellation()::cancel)) {
            live.show("● listening, Ctrl-C ends");
            return finish(listen(sound, session.cancellation()));
        }
    }

    /** A microphone, one utterance; gives up when there is no word within {@code maxWait}. */
    int once(AudioInput microphone, Duration maxWait) {
        Timer timer = new Timer("max-wait", true);
        try (Recording sound = microphone.start();
                Cancellation.Scope wait = session.cancellation().child()) {
            live.show("● listening");
            timer.schedule(giveUp(wait.cancellation()), maxWait.toMillis());
            return finishOnce(listenOnce(sound, wait.cancellation()));
        } finally {
            timer.cancel();
        }
    }

    private Transcript listen(Recording sound, Cancellation cancellation) {
        try {
            return recognizer.listen(sound, this::show, cancellation);
        } finally {
            live.clear();
        }
    }

    private Transcript listenOnce(Recording sound, Cancellation wait) {
        try {
            return recognizer.listen(sound, update -> showOnce(update, sound), wait);
        } catch (AssistantException e) {
            if (waitedInVain && e.kind() == FaultKind.INTERRUPTED) {
                return Transcript.EMPTY;
            }
            throw e;
        } finally {
            live.clear();
        }
    }

    private void showOnce(Transcript update, Recording sound) {
        heard |= !update.isEmpty();
        if (!update.sentences().isEmpty()) {
            sound.stop();
        }
        live.show("● " + update.text());
    }

    private synchronized void show(Transcript update) {
        if (update.sentences().size() > printed) {
            live.clear();
        }
        printEnded(update);
        live.show("● " + update.unfinished());
    }

    private synchronized void printEnded(Transcript transcript) {
        for (; printed < transcript.sentences().size(); printed++) {
            session.printLine(transcript.sentences().get(printed).text().strip());
        }
    }

    private int finish(Transcript whole) {
        printEnded(whole);
        if (!whole.isEmpty()) {
            return ExitCode.DONE.number();
        }
        if (stopped) {
            throw AssistantException.interrupted();
        }
        throw nothingHeard();
    }

    private int finishOnce(Transcript whole) {
        if (whole.isEmpty()) {
            throw nothingHeard();
        }
        session.printLine(whole.text());
        return ExitCode.DONE.number();
    }

    private void stop(Recording sound) {
        stopped = true;
        sound.stop();
    }

    private TimerTask giveUp(Cancellation wait) {
        return new TimerTask() {
            @Override
            public void run() {
                if (!heard) {
                    waitedInVain = true;
                    wait.cancel();
                }
            }
        };
    }

    private static AssistantException nothingHeard() {
        return new AssistantException(FaultKind.NOTHING_HEARD, "nothing was heard");
    }
}
