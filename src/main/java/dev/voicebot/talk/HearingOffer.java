package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.localmodels.PullPace;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.YesNo;
import dev.voicebot.threads.Worker;
import dev.voicebot.wiring.RecognizerOffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Voice input where there is no recognizer: the talk key says what is missing and asks, then one is downloaded while the
 * conversation goes on. All under the line's lock.
 */
public final class HearingOffer {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final TalkParts parts;
    private final ChatDisplay display;
    private final YesNo question;
    private final String key;
    private @Nullable Cancellation running; // of the download
    private boolean isRefused;
    private boolean isWarned;
    private int percent;

    /** {@code key} is what the user presses or types to talk. */
    public HearingOffer(TalkParts parts, ChatDisplay display, YesNo question, String key) {
        this.parts = parts;
        this.display = display;
        this.question = question;
        this.key = key;
    }

    /**
     * Somebody wants to talk.
     *
     * @param then runs once that is possible
     * @return false where a recognizer is here, or none can be had: then talking goes its way
     */
    boolean takes(Runnable then) {
        if (parts.hears().getAsBoolean() || parts.offer().isEmpty()) {
            return false;
        }
        RecognizerOffer offer = parts.offer().get();
        if (running != null) {
            cancel();
        } else if (offer.isHere()) {
            start(offer, then);
        } else if (isRefused) {
            display.dim(command(offer));
        } else if (!question.isOpen()) {
            ask(offer, then);
        }
        return true;
    }

    /** Where there is no microphone that is said instead, once: it may have been plugged in meanwhile. */
    private void ask(RecognizerOffer offer, Runnable then) {
        Optional<String> obstacle = parts.microphoneObstacle().get();
        if (obstacle.isPresent() && !isWarned) {
            isWarned = true;
            display.notice(obstacle.get());
            display.dim(tr("%s again sets up voice input all the same.", key));
            return;
        }
        offer.description().forEach(display::plain);
        String words = offer.needsAgreement() ? tr("Agree and download it now?") : tr("Download it now?");
        question.ask(words, yes -> {
            if (yes) {
                display.dim(tr("Downloading. You can go on typing; %s stops it.", key));
                start(offer, then);
            } else {
                isRefused = true;
                display.dim(command(offer));
            }
        });
    }

    private static String command(RecognizerOffer offer) {
        return tr("To download it later, run: voicebot models pull %s", offer.name());
    }

    private void start(RecognizerOffer offer, Runnable then) {
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        percent = 0;
        Worker.PULL.start(() -> fetch(offer, then, cancellation));
    }

    /** On a thread of its own. */
    private void fetch(RecognizerOffer offer, Runnable then, Cancellation cancellation) {
        try {
            offer.fetch(new Progress(offer.size(), cancellation), cancellation);
            display.later(() -> ended(() -> here(offer, then)));
        } catch (AssistantException e) {
            display.later(() -> ended(() -> failed(e)));
        }
    }

    private void ended(Runnable report) {
        running = null;
        question.refuse();
        display.idle(ChatState.Still.IDLE);
        report.run();
    }

    private void here(RecognizerOffer offer, Runnable then) {
        display.plain(tr("Voice input is ready: %s (local). Talk with %s.", offer.name(), key));
        then.run();
    }

    private void failed(AssistantException fault) {
        if (fault.kind() == FaultKind.INTERRUPTED) {
            display.dim(tr("Download stopped at %s%%. %s continues it.", percent, key));
        } else {
            display.notice(fault.userMessage() + " " + tr("%s continues the download.", key));
        }
    }

    /** Stops the download; false when none runs. What has come is kept. */
    public boolean cancel() {
        if (running == null) {
            return false;
        }
        running.cancel();
        return true;
    }

    /** What the download tells, on its thread. */
    private final class Progress implements PullListener {
        private final PullPace pace;
        private final Cancellation cancellation;
        private final AtomicBoolean isPlanned = new AtomicBoolean(); // whether the latest moment will be shown
        private volatile PullPace.@Nullable Moment latest;
        private volatile boolean isFinishing; // one of the models

        Progress(long size, Cancellation cancellation) {
            this.pace = new PullPace(size, Clock.systemUTC());
            this.cancellation = cancellation;
        }

        @Override
        public void progress(CatalogModel model, long done, long total) {
            latest = pace.at(model, done);
            isFinishing = false;
            if (!isPlanned.getAndSet(true)) {
                display.later(this::show, BETWEEN);
            }
        }

        private void show() {
            isPlanned.set(false);
            PullPace.Moment moment = latest;
            if (moment != null && running == cancellation) {
                percent = moment.percent();
                if (!question.isOpen() && !isFinishing) {
                    display.idle(new ChatState.Downloading(moment));
                }
            }
        }

        @Override
        public void finishing(CatalogModel model) {
            isFinishing = true;
            later(() -> display.idle(ChatState.Still.UNPACKING));
        }

        @Override
        public void notice(String line) {
            later(() -> display.dim(line));
        }

        @Override
        public boolean usesInstead(String trouble, String host) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            later(() -> question.ask(tr("%s Download from %s instead?", trouble, host), answer::complete));
            try (Cancellation.Registration tie = cancellation.onCancel(() -> answer.complete(false))) {
                return answer.get();
            } catch (InterruptedException e) {
                throw Interrupts.leave(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e); // an answer is all it is ever given
            }
        }

        /** Unless the download was stopped meanwhile. */
        private void later(Runnable work) {
            display.later(() -> {
                if (!cancellation.isCancelled()) {
                    work.run();
                }
            });
        }
    }
}
