package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The process's own program: one model, driven by messages on standard input, until that ends. */
public final class EngineProcess {
    private final MessagePipe pipe = new MessagePipe(System.in, System.out, line -> {});
    private final Answers answers = new Answers(pipe);
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    // Below: the working thread's.
    private @Nullable Hearing hearing;
    private @Nullable Speaking speaking;

    private EngineProcess() {}

    /** Ends with the program that started it, whatever it is doing then. */
    public static void main(String[] arguments) {
        new EngineProcess().run();
        Runtime.getRuntime().halt(0);
    }

    private void run() {
        Worker.ENGINE.start(this::work);
        try {
            for (Optional<Message> next = pipe.read(); next.isPresent(); next = pipe.read()) {
                take(next.get());
            }
        } catch (IOException e) {
            // the program is gone
        }
    }

    private void take(Message message) {
        if (message.type().equals(Message.DROP)) {
            answers.drop(true);
            waiting.clear();
        }
        waiting.add(message);
    }

    private void work() {
        try {
            CtrlC.ignore();
            while (true) {
                handle(waiting.take());
            }
        } catch (Throwable e) { // the process is of no use any more, and says why
            answers.say(Message.of(Message.FAULT).with("text", e.toString()));
            Runtime.getRuntime().halt(1);
        }
    }

    private void handle(Message message) {
        switch (message.type()) {
            case Message.LOAD -> load(message);
            case Message.SPEAK -> speak(message);
            case Message.DROP -> drop();
            default -> hear(message);
        }
    }

    private void load(Message message) {
        EngineModel model = EngineModel.of(message);
        Sherpa library =
                Native.load(message.text("library"), Sherpa.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        switch (model.kind()) {
            case TRANSDUCER, PARAFORMER, CTC ->
                hearing = new StreamingHearing(
                        library,
                        opened(library.SherpaOnnxCreateOnlineRecognizer(Configurations.streaming(model))),
                        answers);
            case KEYWORDS ->
                hearing = new KeywordHearing(
                        library,
                        opened(library.SherpaOnnxCreateKeywordSpotter(Configurations.keywords(model))),
                        answers);
            case SENSE_VOICE, WHISPER ->
                hearing = new UtteranceHearing(
                        library,
                        opened(library.SherpaOnnxCreateOfflineRecognizer(Configurations.wholeUtterances(model))),
                        answers);
            case VITS, KOKORO, MATCHA ->
                speaking = new Speaking(
                        library, opened(library.SherpaOnnxCreateOfflineTts(Configurations.voice(model))), answers);
            default -> throw new IllegalArgumentException(model.kind() + " neither hears nor speaks");
        }
        answers.say(Message.of(Message.READY));
    }

    private static Pointer opened(@Nullable Pointer model) {
        if (model == null) {
            throw new IllegalArgumentException("the library refused the model");
        }
        return model;
    }

    private void hear(Message message) {
        Hearing ears = hearing;
        if (ears == null) {
            throw new IllegalStateException("no recognizer");
        }
        switch (message.type()) {
            case Message.HEAR -> ears.begin();
            case Message.SOUND -> {
                ears.hear(samples(message), !waiting.isEmpty());
                answers.say(Message.of(Message.TAKEN));
            }
            default -> {
                ears.end();
                answers.say(Message.of(Message.DONE));
            }
        }
    }

    private void speak(Message message) {
        if (speaking == null) {
            throw new IllegalStateException("no voice");
        }
        speaking.speak(message.text("text"), (int) message.number("speaker"), message.number("speed"));
        answers.say(Message.of(Message.DONE));
    }

    private void drop() {
        answers.drop(false);
        answers.say(Message.of(Message.DONE).with(Message.DROPPED, 1));
    }

    private static short[] samples(Message message) {
        return PcmFrame.ofLittleEndian(message.sound(), 0, message.sound().length, Configurations.SAMPLE_RATE)
                .samples();
    }
}
