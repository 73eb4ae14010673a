package dev.voicebot.standin;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.standin.Ending.Manner;
import dev.voicebot.standin.Ending.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How the stand-in behaves; set before the client connects. Times are added to what the machine takes. */
public final class Script {
    public static final String KEY = Region.BEIJING.key();

    volatile Region region = Region.BEIJING;
    volatile String key = KEY;
    volatile Set<String> without = Set.of(); // models
    volatile Duration handshakeDelay = Duration.ZERO;
    volatile Duration startDelay = Duration.ZERO;
    volatile List<String> sentences = List.of("hello world");
    volatile BinaryOperator<String> translation = (sentence, language) -> "[" + language + "] " + sentence;
    volatile Duration endSilence = Duration.ofMillis(600);
    volatile Duration finalDelay = Duration.ZERO;
    volatile Duration firstAudioDelay = Duration.ZERO;
    volatile double audioPace; // times real time; 0 is as fast as it goes
    volatile List<Integer> frameBytes = List.of(4095); // odd: a sample is cut in two
    volatile BiFunction<String, Integer, short[]> voice = Tones::of;
    volatile Fault fault = Fault.NONE;
    volatile String faultCode = "InternalError";
    volatile String faultMessage = "played by the stand-in";
    volatile int closeCode = 1000;
    volatile int faultAfter; // sentences
    volatile Part faultIn = Part.BOTH;
    final AtomicInteger faultsLeft = new AtomicInteger(Integer.MAX_VALUE);
    volatile Stray stray = Stray.NONE;
    volatile Strange strange = Strange.NONE;
    volatile boolean countsWordsBySentence;
    volatile Duration silenceLimit = Duration.ofSeconds(60);
    volatile boolean silenceLimitIsForAll;
    volatile boolean sentencesGoOn;
    final AtomicInteger nextSentence = new AtomicInteger();
    volatile String idleCode = "InvalidParameter";
    volatile Duration listDelay = Duration.ZERO;
    volatile int listStatus = 200;
    volatile Optional<AccountError> chatError = Optional.empty();
    volatile ChatShape chatShape = ChatShape.STREAM;
    volatile int refusal; // an HTTP status; 0 refuses wrong keys only
    volatile Optional<Duration> idleLimit = Optional.empty();
    volatile Function<String, List<String>> answer = Script::quote;
    volatile Duration firstTokenDelay = Duration.ZERO;
    volatile Duration tokenDelay = Duration.ZERO;
    volatile int millisPerCharacter = 60;
    volatile int revised; // every so many talks end with other words than they seemed to; 0 for none
    final AtomicInteger talks = new AtomicInteger();
    volatile Witness witness = Witness.NONE;
    volatile UnaryOperator<Duration> mood = UnaryOperator.identity();

    /** What goes wrong in a speech task: a moment and a manner, see {@link Ending}. */
    public enum Fault {
        NONE,
        /** The task is refused with {@code task-failed}. */
        TASK_FAILED(Moment.BEFORE, Manner.FAILED),
        CLOSED_BEFORE_START(Moment.BEFORE, Manner.CLOSED),
        /** Nothing is ever answered. */
        SILENT(Moment.BEFORE, Manner.SILENT),
        FAILED_AFTER_START(Moment.START, Manner.FAILED),
        /** The socket is cut when the task has started, without a word. */
        CUT_AFTER_START(Moment.START, Manner.CUT),
        CLOSED_AFTER_START(Moment.START, Manner.CLOSED),
        FINISHED_AFTER_START(Moment.START, Manner.FINISHED),
        /** The task fails with the first sound or the first words. */
        FAILED_IN_THE_MIDDLE(Moment.MIDDLE, Manner.FAILED),
        /** The socket is cut with the first sound or the first words. */
        CUT_IN_THE_MIDDLE(Moment.MIDDLE, Manner.CUT),
        CLOSED_IN_THE_MIDDLE(Moment.MIDDLE, Manner.CLOSED),
        /** {@code task-finished} comes before {@code finish-task}. */
        FINISHED_IN_THE_MIDDLE(Moment.MIDDLE, Manner.FINISHED),
        SILENT_IN_THE_MIDDLE(Moment.MIDDLE, Manner.SILENT),
        FAILED_AT_THE_END(Moment.END, Manner.FAILED),
        CUT_AT_THE_END(Moment.END, Manner.CUT),
        CLOSED_AT_THE_END(Moment.END, Manner.CLOSED),
        SILENT_AT_THE_END(Moment.END, Manner.SILENT),
        /** The same words come again and again until the client leaves. */
        ENDLESS_AT_THE_END(Moment.END, Manner.ENDLESS),
        /** All texts after the first are skipped without a word, and the task finishes as if all were well. */
        SPEAKS_LESS,
        /** All events come, but no sound. */
        MUTE;

        private final Optional<Moment> moment;
        private final Optional<Manner> manner;

        Fault() {
            this.moment = Optional.empty();
            this.manner = Optional.empty();
        }

        Fault(Moment moment, Manner manner) {
            this.moment = Optional.of(moment);
            this.manner = Optional.of(manner);
        }
    }

    /** Which tasks. */
    public enum Part {
        RECOGNITION,
        SYNTHESIS,
        BOTH;

        boolean has(ReceivedSpeech task) {
            return this == BOTH || task.isRecognition() == (this == RECOGNITION);
        }
    }

    /** What comes that belongs to no running task. */
    public enum Stray {
        NONE,
        /** Sound and events of the task that has just ended on the socket, before and after the next one starts. */
        LATE,
        /** Sound and events of another task in the middle, its {@code task-finished} among them. */
        FOREIGN
    }

    /** What no client can know yet. */
    public enum Strange {
        NONE,
        /** Unknown events, and known ones of unknown content, beside what is known. */
        BESIDE,
        /** Results in an unknown shape only. */
        INSTEAD
    }

    /** In what form a chat answer comes. */
    public enum ChatShape {
        STREAM,
        /** One JSON object, whatever {@code stream} says. */
        WHOLE,
        /** A captive portal's page, with the status 200. */
        PAGE,
        /** {@code {"code":…,"message":…}} with the status 200. */
        ERROR_WITH_200
    }

    /** Plays another region, with the key of that one. */
    public Script region(Region played) {
        region = played;
        key = played.key();
        return this;
    }

    /** The only key that is taken. */
    public Script key(String taken) {
        key = taken;
        return this;
    }

    /** The region's models, but for these. */
    public Script without(String... models) {
        without = Set.of(models);
        return this;
    }

    List<ServedModel> models() {
        return region.models(without);
    }

    public Script sentences(String... spoken) {
        sentences = List.of(spoken);
        return this;
    }

    /** Gives the translation of a sentence into a language. */
    public Script translation(BinaryOperator<String> translated) {
        translation = translated;
        return this;
    }

    public Script endSilence(Duration silence) {
        endSilence = silence;
        return this;
    }

    public Script handshakeDelay(Duration delay) {
        handshakeDelay = delay;
        return this;
    }

    public Script startDelay(Duration delay) {
        startDelay = delay;
        return this;
    }

    public Script finalDelay(Duration delay) {
        finalDelay = delay;
        return this;
    }

    public Script firstAudioDelay(Duration delay) {
        firstAudioDelay = delay;
        return this;
    }

    public Script audioPace(double timesRealTime) {
        audioPace = timesRealTime;
        return this;
    }

    /** Gives the samples of a text at a rate in Hz. */
    public Script voice(BiFunction<String, Integer, short[]> samples) {
        voice = samples;
        return this;
    }

    public Script fault(Fault what, String code) {
        return fault(what, code, "played by the stand-in");
    }

    /** What goes wrong from now on, with the code and the message of {@code task-failed}. */
    public Script fault(Fault what, String code, String message) {
        fault = what;
        faultCode = code;
        faultMessage = message;
        return this;
    }

    /** The code of Close frames. */
    public Script closeCode(int code) {
        closeCode = code;
        return this;
    }

    /** So many sentences go well before a fault in the middle; without this call, none. */
    public Script faultAfter(int sentences) {
        faultAfter = sentences;
        return this;
    }

    /** Only in tasks of this kind, and only in the first {@code times} of them. */
    public Script faultIn(Part part, int times) {
        faultIn = part;
        faultsLeft.set(times);
        return this;
    }

    /** The fault that a task has; counted off, so it has to be asked once for each task. */
    Optional<Ending> ending(ReceivedSpeech task) {
        Fault now = fault;
        if (now == Fault.NONE || !faultIn.has(task) || faultsLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return Optional.empty();
        }
        Moment moment = now.moment.orElse(Moment.MIDDLE);
        Manner manner = now.manner.orElse(now == Fault.MUTE ? Manner.MUTE : Manner.SPEAKS_LESS);
        return Optional.of(new Ending(moment, manner, faultAfter, closeCode, faultCode, faultMessage));
    }

    public Script stray(Stray what) {
        stray = what;
        return this;
    }

    public Script strange(Strange what) {
        strange = what;
        return this;
    }

    /** Places and times of words count from their sentence, instead of from the task. */
    public Script countsWordsBySentence() {
        countsWordsBySentence = true;
        return this;
    }

    /**
     * Recognitions end after so much sound without speech, all of them: also those that ask for heartbeats. Without
     * this call it is a minute, for those that ask for none.
     */
    public Script silenceLimit(Duration ofSound) {
        silenceLimit = ofSound;
        silenceLimitIsForAll = true;
        return this;
    }

    /** Each recognition understands the sentences after those of the one before. */
    public Script sentencesGoOn() {
        sentencesGoOn = true;
        return this;
    }

    /** How {@code GET /models} answers. */
    public Script modelList(int status, Duration delay) {
        listStatus = status;
        listDelay = delay;
        return this;
    }

    /** Refuses every chat request with this error of the service. */
    public Script chatError(String code) {
        chatError = Optional.of(AccountError.of(code));
        return this;
    }

    /** Refuses every speech task with this error of the service. */
    public Script speechError(String code) {
        AccountError error = AccountError.of(code);
        return fault(Fault.TASK_FAILED, error.code(), error.message());
    }

    public Script chatShape(ChatShape shape) {
        chatShape = shape;
        return this;
    }

    /** Answers the upgrade with this HTTP status, whatever the key. */
    public Script refuse(int status) {
        refusal = status;
        return this;
    }

    /** Ends a synthesis that gets no text for so long, as the service does after 23 seconds. */
    public Script idleLimit(Duration limit) {
        idleLimit = Optional.of(limit);
        return this;
    }

    /** The same; documents name {@code CLIENT_ERROR}, {@code InvalidParameter} and {@code RequestTimeOut} as its code. */
    public Script idleLimit(Duration limit, String code) {
        idleCode = code;
        return idleLimit(limit);
    }

    /** The sizes of the binary frames with sound, one after the other, over and over. */
    public Script frameBytes(Integer... sizes) {
        frameBytes = List.of(sizes);
        return this;
    }

    /** The same tokens for every question. */
    public Script answer(String... tokens) {
        List<String> all = List.of(tokens);
        answer = question -> all;
        return this;
    }

    public Script answer(Function<String, List<String>> tokens) {
        answer = tokens;
        return this;
    }

    /** How fast the words are understood, of any voice. */
    public Script understandsACharacterIn(Duration length) {
        millisPerCharacter = Math.toIntExact(length.toMillis());
        return this;
    }

    /** Every so many talks the last words are only understood in the end. */
    public Script revisesEvery(int talk) {
        revised = talk;
        return this;
    }

    /** Who is told of everything. */
    public Script witness(Witness told) {
        witness = told;
        return this;
    }

    /** Makes of each time the service would take the one it does take. */
    public Script mood(UnaryOperator<Duration> varied) {
        mood = varied;
        return this;
    }

    public Script tokens(Duration first, Duration each) {
        firstTokenDelay = first;
        tokenDelay = each;
        return this;
    }

    private static List<String> quote(String question) {
        return List.of("You ", "said: ", question, ". ", "That ", "is ", "all.");
    }

    static byte[] bytes(short[] samples, int rate) {
        return new PcmFrame(samples, rate).littleEndian();
    }
}
