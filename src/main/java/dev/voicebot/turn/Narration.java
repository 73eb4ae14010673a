package dev.voicebot.turn;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.recordings.ReplyRecorder;
import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.synthesis.BilledCharacters;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechStream.SpokenBy;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One text on its way to be heard and saved while it is still being written. One thread writes, finishes and closes;
 * frames come on a thread of the engine and go to a player and to a lane that saves, so that neither the speaker nor the
 * disk holds up the other. Trouble with the speaker or the disk is told once and the rest goes on; trouble with the voice is thrown.
 */
public final class Narration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Narration.class);
    private static final Duration ENDING = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SpeechOutput output;
    private final Consumer<TurnEvent> events;
    private final SpeechState state;
    private final Cancellation cancellation;
    private final int sampleRate;
    private final Timeline timeline;
    private final Player player;
    private final WordTicker ticker;
    private final Lane saving = new Lane(Worker.SAVING);
    private final Cancellation.Registration tie;
    private volatile boolean silenced; // set by whoever cancels
    private @Nullable ReplyRecorder recorder; // saving lane
    private volatile boolean sounded; // the engine's thread, read by the writing thread
    // the writing thread
    private SpeechStream stream;
    private boolean reconnected;
    private boolean voiceFailed;
    private long characters;
    private long billedBefore; // by a stream that broke off

    private Narration(SpeechOutput output, Consumer<TurnEvent> events, SpeechState state, Cancellation cancellation) {
        this.output = output;
        this.events = events;
        this.state = state;
        this.cancellation = cancellation;
        this.sampleRate = output.synthesizer().sampleRate();
        this.timeline = new Timeline(sampleRate, state.pace());
        this.player = new Player(output.speaker(), sampleRate, state.transport().speed(), timeline, new Hearing());
        this.ticker = new WordTicker(this::charactersHeard, count -> events.accept(new TurnEvent.Spoken(count)));
        this.stream = output.synthesizer().open(output.voice(), new Sound(0, 0), cancellation);
        this.tie = cancellation.onCancel(this::silence);
    }

    /** Opens the voice, the speaker and the file, all behind the caller's back; {@code question} may be empty. */
    public static Narration start(
            SpeechOutput output, String question, Consumer<TurnEvent> events, Cancellation cancellation) {
        return start(output, question, events, new SpeechState(), cancellation);
    }

    static Narration start(
            SpeechOutput output,
            String question,
            Consumer<TurnEvent> events,
            SpeechState state,
            Cancellation cancellation) {
        Narration narration = new Narration(output, events, state, cancellation);
        state.transport().attach(narration.player, events);
        narration.player.start();
        output.keeper()
                .ifPresent(
                        keeper -> narration.saving.submit(() -> narration.openFile(keeper, output.details(question))));
        return narration;
    }

    /** Speaks a piece of what was noted next. */
    public void write(SpeakablePiece piece) {
        timeline.write(piece);
        if (piece.isSilent()) {
            return;
        }
        characters += BilledCharacters.of(piece.text());
        events.accept(
                new TurnEvent.Voiced(piece.text().codePointCount(0, piece.text().length())));
        try {
            stream.write(piece.text());
        } catch (AssistantException e) {
            speakTheRestAgain(e);
        }
    }

    /** A voice that broke off in the middle gets what it has not spoken once more, over another connection. */
    private void speakTheRestAgain(AssistantException fault) {
        if (reconnected
                || !sounded
                || stream.goesOnByItself()
                || fault.kind() != FaultKind.SERVICE
                || cancellation.isCancelled()) {
            voiceFailed = true;
            if (fault.kind().isRefusal() && !sounded) {
                characters = 0;
            }
            throw fault;
        }
        reconnected = true;
        LOG.info("the voice broke off: the rest goes over another connection", fault);
        billedBefore = stream.billedCharacters().orElse(0);
        stream.close();
        int begin = timeline.breakOff();
        String rest = timeline.spokenFrom(begin);
        characters += BilledCharacters.of(rest);
        stream = output.synthesizer().open(output.voice(), new Sound(begin, timeline.samples()), cancellation);
        try {
            stream.write(rest);
        } catch (AssistantException e) {
            voiceFailed = true;
            throw e;
        }
    }

    /** Keeps {@code text} beside the sound, as what was said. */
    public void note(String text) {
        timeline.note(text);
        saving.submit(() -> keep(file -> file.text(text)));
    }

    /** The text is whole: blocks until all of it was heard and saved. After a failed voice, until what there is was. */
    public void finish() {
        try {
            if (!voiceFailed) {
                finishStream();
                timeline.whole();
                saving.submit(() -> keep(ReplyRecorder::complete));
                state.setPace(timeline.pace());
            }
        } finally {
            tellCharacters();
            drain();
        }
        cancellation.throwIfCancelled();
    }

    private void finishStream() {
        try {
            stream.finish();
        } catch (AssistantException e) {
            speakTheRestAgain(e);
            stream.finish();
        }
    }

    /** How many seconds of what was given to the voice have not been heard yet, about. */
    double secondsAhead() {
        return timeline.secondsAfter(player.heard());
    }

    /** The beginning of {@code text} that was heard so far; all of it where there is no speaker, to be read. */
    public String heardOf(String text) {
        return player.isAudible() ? text.substring(0, Math.min(text.length(), charactersHeard())) : text;
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
            OptionalLong counted = stream.billedCharacters();
            long billed = counted.isPresent() ? billedBefore + counted.getAsLong() : characters;
            SpokenBy by = stream.spokenBy()
                    .orElse(new SpokenBy(output.engine(), output.voice().name()));
            events.accept(new TurnEvent.Synthesized(by.model(), by.voice(), billed));
            saving.submit(() -> keep(file -> file.spokenBy(by.model(), by.voice())));
            characters = 0;
        }
    }

    private void drain() {
        saving.submit(this::closeFile);
        saving.close();
        player.whole();
        boolean ended = player.awaitEnd(silenced ? ENDING : FOR_EVER) && saving.awaitEnd(ENDING);
        if (!ended) {
            silence();
        }
        ticker.end();
        state.transport().detach(player);
    }

    /** Any thread: nothing is heard after this. */
    private void silence() {
        silenced = true;
        player.stop();
    }

    private int charactersHeard() {
        return player.isAudible() ? timeline.charactersAt(player.heard()) : 0;
    }

    private void openFile(ReplyKeeper keeper, ReplyDetails details) {
        try {
            recorder = keeper.start(details, sampleRate);
        } catch (AssistantException e) {
            state.notices().tell(e.userMessage(), e, events);
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
            state.notices().tell(e.userMessage(), e, events);
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

    /** What comes from the voice, on the engine's thread. */
    private final class Sound implements SpeechListener {
        private final int begin; // of what is spoken
        private final long first; // sample

        Sound(int begin, long first) {
            this.begin = begin;
            this.first = first;
        }

        @Override
        public void accept(PcmFrame frame) {
            sounded = true;
            timeline.sounded(frame.samples().length);
            player.add(frame);
            saving.submit(() -> keep(file -> file.write(frame)));
        }

        @Override
        public void reached(int reached) {
            timeline.reached(begin + reached);
            player.learnt();
        }

        @Override
        public void spoken(int characters, long samples) {
            timeline.spoken(begin + characters, first + samples);
            player.learnt();
        }
    }

    /** What comes of the playing, on the player's thread. */
    private final class Hearing implements Player.Listener {
        @Override
        public void began() {
            events.accept(new TurnEvent.SpeechBegan());
            ticker.start();
        }

        @Override
        public void failed(AssistantException trouble) {
            state.notices().tellOfSpeaker(trouble, events);
        }

        @Override
        public void audible() {
            state.notices().speakerWorks();
        }
    }
}
