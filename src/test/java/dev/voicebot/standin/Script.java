package dev.voicebot.standin;

import dev.voicebot.audio.PcmFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How the stand-in behaves; set before the client connects. Times are added to what the machine takes. */
public final class Script {
    public static final String KEY = "sk-stand-in";

    volatile String key = KEY;
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

    /** What goes wrong in a speech task. */
    public enum Fault {
        NONE,
        /** The task is refused with {@code task-failed}. */
        TASK_FAILED,
        /** The socket is cut when the task has started, without a word. */
        CUT_AFTER_START,
        /** The task fails with the first sound or the first words. */
        FAILED_IN_THE_MIDDLE,
        /** The socket is cut with the first sound or the first words. */
        CUT_IN_THE_MIDDLE,
        /** Nothing is ever answered. */
        SILENT
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
