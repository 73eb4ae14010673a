package dev.voicebot.turn;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.recordings.ReplyRecorder;
import dev.voicebot.synthesis.BilledCharacters;
import dev.voicebot.synthesis.SpeechStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One text on its way to be heard and saved while it is still being written. One thread writes, finishes and closes;
 * frames come on a thread of the engine and go to two lanes, so that neither the speaker nor the disk holds up the
 * other. Trouble with the speaker or the disk is told once and the rest goes on; trouble with the voice is thrown.
 */
public final class Narration implements AutoCloseable {
    private static final Duration ENDING = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SpeechOutput output;
    private final Consumer<TurnEvent> events;
    private final Notices notices;
    private final Cancellation cancellation;
    private final int sampleRate;
    private final Lane playing = new Lane("playback");
    private final Lane saving = new Lane("saving");
    private final AtomicLong samples = new AtomicLong(); // counted by the engine's thread
    private final SpeechStream stream;
    private final Cancellation.Registration tie;
    private volatile boolean silenced; // set by whoever cancels
    private volatile @Nullable Playback playback; // set by the playback lane, stopped by whoever cancels
    private boolean sounded; // playback lane
    private @Nullable ReplyRecorder recorder; // saving lane
    private boolean spokenWhole; // the writing thread
    private boolean voiceFailed; // the writing thread
    private long characters; // the writing thread

    private Narration(SpeechOutput output, Consumer<TurnEvent> events, Notices notices, Cancellation cancellation) {
        this.output = output;
        this.events = events;
        this.notices = notices;
        this.cancellation = cancellation;
        this.sampleRate = output.synthesizer().sampleRate();
        this.stream = output.synthesizer().open(output.voice(), this::take, cancellation);
        this.tie = cancellation.onCancel(this::silence);
    }

    /** Opens the voice, the speaker and the file, all behind the caller's back; {@code question} may be empty. */
    public static Narration start(
            SpeechOutput output, String question, Consumer<TurnEvent> events, Cancellation cancellation) {
        return start(output, question, events, new Notices(), cancellation);
    }

    static Narration start(
            SpeechOutput output,
            String question,
            Consumer<TurnEvent> events,
            Notices notices,
            Cancellation cancellation) {
        Narration narration = new Narration(output, events, notices, cancellation);
        narration.playing.submit(narration::openSpeaker);
        output.keeper()
                .ifPresent(
                        keeper -> narration.saving.submit(() -> narration.openFile(keeper, output.details(question))));
        return narration;
    }

    /** Speaks {@code text} next; plain text, without markup. */
    public void write(String text) {
        try {
            characters += BilledCharacters.of(text);
            events.accept(new TurnEvent.Voiced(text.codePointCount(0, text.length())));
            stream.write(text);
        } catch (AssistantException e) {
            voiceFailed = true;
            throw e;
        }
    }

    /** Keeps {@code text} beside the sound, as what was said. */
    public void note(String text) {
        saving.submit(() -> keep(file -> file.text(text)));
    }

    /** The text is whole: blocks until all of it was heard and saved. After a failed voice, until what there is was. */
    public void finish() {
        try {
            if (!voiceFailed) {
                stream.finish();
                spokenWhole = true;
            }
        } finally {
            tellCharacters();
            drain();
        }
        cancellation.throwIfCancelled();
    }

    /** The beginning of {@code text} that was heard so far. */
    public String heardOf(String text) {
        Playback current = playback;
        if (current == null) {
            return "";
        }
        Optional<Duration> whole = spokenWhole ? Optional.of(lengthOf(samples.get())) : Optional.empty();
        return HeardText.of(text, current.heard(), whole);
    }

    @Override
    public void close() {
        stream.close();
        tellCharacters();
        drain();
        tie.close();
    }

    private void tellCharacters() {
        if (characters > 0) {
            long billed = stream.billedCharacters().orElse(characters);
            events.accept(
                    new TurnEvent.Synthesized(output.engine(), output.voice().name(), billed));
            characters = 0;
        }
    }

    private void drain() {
        saving.submit(this::closeFile);
        saving.close();
        playing.submit(this::finishPlayback);
        playing.close();
        boolean ended = playing.awaitEnd(silenced ? ENDING : FOR_EVER) && saving.awaitEnd(ENDING);
        if (!ended) {
            silence();
        }
    }

    private void take(PcmFrame frame) {
        samples.addAndGet(frame.samples().length);
        saving.submit(() -> keep(file -> file.write(frame)));
        playing.submit(() -> play(frame));
    }

    /** Any thread, once: no frame is heard after this. */
    private void silence() {
        silenced = true;
        Playback current = playback;
        if (current != null) {
            current.stop();
        }
    }

    private void openSpeaker() {
        try {
            use(output.speaker().start(sampleRate));
        } catch (AssistantException e) {
            goSilent(e);
        }
    }

    private void use(Playback opened) {
        playback = opened;
        if (silenced) { // cancelled while the speaker was being opened
            opened.stop();
        }
    }

    private void play(PcmFrame frame) {
        Playback current = playback;
        if (silenced || current == null) {
            return;
        }
        if (!sounded) {
            sounded = true;
            events.accept(new TurnEvent.SpeechBegan());
        }
        try {
            current.play(frame);
        } catch (AssistantException e) {
            goSilent(e);
        }
    }

    private void finishPlayback() {
        Playback current = playback;
        if (current == null) {
            return;
        }
        try {
            current.finish();
        } catch (AssistantException e) {
            goSilent(e);
        }
    }

    private void goSilent(AssistantException trouble) {
        notices.tell(trouble.userMessage(), trouble, events);
        use(new SilentOutput().start(sampleRate));
    }

    private void openFile(ReplyKeeper keeper, ReplyDetails details) {
        try {
            recorder = keeper.start(details, sampleRate);
        } catch (AssistantException e) {
            notices.tell(e.userMessage(), e, events);
        }
    }

    private void keep(Consumer<ReplyRecorder> work) {
        ReplyRecorder file = recorder;
        if (file == null) {
            return;
        }
        try {
            work.accept(file);
        } catch (AssistantException e) {
            recorder = null;
            notices.tell(e.userMessage(), e, events);
        }
    }

    private void closeFile() {
        keep(file -> {
            boolean silent = file.length().isZero();
            file.close();
            if (!silent) {
                events.accept(new TurnEvent.Saved(file.file()));
            }
        });
        recorder = null;
    }

    private Duration lengthOf(long count) {
        return Duration.ofNanos(count * 1_000_000_000L / sampleRate);
    }
}
