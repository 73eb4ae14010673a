package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.repl.CtrlC;
import dev.voicebot.repl.LiveLine;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** One run of the recogniser on a microphone: writes each sentence once, when it has ended. */
final class Listening {
    private final Session session;
    private final SpeechRecognizer recognizer;
    private final LiveLine live;
    private final HeardSound.Wishes wishes;
    private final TranscriptWriter writer;
    private volatile boolean heard; // set by the engine's thread
    private volatile boolean waitedInVain; // set by the timer
    private volatile boolean stopped; // set by Ctrl-C

    Listening(Session session, HeardSound.Wishes wishes, TranscriptWriter writer) {
        this.session = session;
        this.recognizer = session.recognizer();
        this.live = session.liveLine();
        this.wishes = wishes;
        this.writer = writer;
    }

    /** Ctrl-C ends the talk and what was said is still written; a second one gives it up. */
    Transcript untilStopped(AudioInput microphone) {
        try (Recording sound = new HeardSound(microphone.start(), wishes);
                CtrlC end = CtrlC.runs(() -> stop(sound), session.cancellation()::cancel)) {
            live.show("● listening, Ctrl-C ends");
            return finish(listen(sound));
        }
    }

    /** One utterance; gives up when there is no word within {@code maxWait}. */
    Transcript once(AudioInput microphone, Duration maxWait) {
        Timer timer = new Timer("max-wait", true);
        try (Recording sound = new HeardSound(microphone.start(), wishes);
                Cancellation.Scope wait = session.cancellation().child();
                CtrlC end = CtrlC.runs(() -> stop(sound), session.cancellation()::cancel)) {
            live.show("● listening");
            timer.schedule(giveUp(wait.cancellation()), maxWait.toMillis());
            return finish(utterance(listenOnce(sound, wait.cancellation())));
        } finally {
            timer.cancel();
        }
    }

    private Transcript listen(Recording sound) {
        try {
            return recognizer.listen(sound, this::show, session.cancellation());
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

    private Transcript finish(Transcript whole) {
        writer.end(whole);
        if (whole.isEmpty()) {
            throw stopped ? AssistantException.interrupted() : nothingHeard();
        }
        return whole;
    }

    /** All that was said as one sentence, however often the recogniser ended one. */
    private static Transcript utterance(Transcript whole) {
        List<Sentence> said = whole.sentences();
        return said.size() < 2 ? whole : new Transcript(List.of(Sentence.joined(said)), "");
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

    static AssistantException nothingHeard() {
        return new AssistantException(FaultKind.NOTHING_HEARD, "nothing was heard");
    }
}
