package dev.voicebot.engine.espeak;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.synthesis.SentenceSplitter;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** One reply: split into sentences on the writer's thread, spoken one after the other on the espeak thread. */
final class EspeakStream implements SpeechStream {
    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final Path cacheFolder;
    private final Voice voice;
    private final SpeechListener frames;
    private final SentenceSplitter splitter = new SentenceSplitter(); // writer's thread
    private boolean written; // writer's thread
    private int spoken; // characters handed to the espeak thread, or passed over; writer's thread
    private Cancellation.Registration registration = () -> {}; // writer's thread
    private String language = VoiceRun.ENGLISH; // espeak thread
    private final Object handingOver = new Object(); // held while a frame is at the consumer

    /** Done when the reply is spoken, failed, cancelled or closed; whichever comes first. No frame follows. */
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    EspeakStream(Path cacheFolder, Voice voice, SpeechListener frames) {
        this.cacheFolder = cacheFolder;
        this.voice = voice;
        this.frames = frames;
    }

    void start(Cancellation cancellation) {
        registration = cancellation.onCancel(() -> end.completeExceptionally(AssistantException.interrupted()));
        execute(() -> Espeak.load(cacheFolder));
    }

    @Override
    public void write(String text) {
        throwIfFailed();
        speak(voice.readsSsml() ? List.of(text) : splitter.add(text));
    }

    @Override
    public void finish() {
        throwIfFailed();
        speak(splitter.finish());
        if (!written) {
            return;
        }
        execute(() -> end.complete(null));
        awaitEnd();
    }

    @Override
    public void close() {
        end.complete(null);
        registration.close();
    }

    private void speak(List<String> pieces) {
        for (String piece : pieces) {
            spoken += piece.length();
            if (SPEAKABLE.matcher(piece).find()) {
                written = true;
                int characters = spoken;
                execute(() -> {
                    speakPiece(piece);
                    reached(characters);
                });
            }
        }
    }

    private void execute(Runnable work) {
        Espeak.execute(() -> {
            if (end.isDone()) {
                return;
            }
            try {
                work.run();
            } catch (AssistantException e) {
                end.completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(
                        new AssistantException(FaultKind.FAILED, tr("The built-in voice failed. See the log."), e));
            }
        });
    }

    private void speakPiece(String piece) {
        Espeak espeak = Espeak.load(cacheFolder);
        String text = withoutClosingMarks(CONTROL.matcher(piece).replaceAll(" "));
        if (!isVoiceAutomatic()) {
            choose(espeak, voice.name());
            espeak.speak(text, options(true), this::handOver);
            return;
        }
        if (voice.readsSsml()) { // cut at the languages, it would be no document any more
            language = VoiceRun.of(text, language).get(0).language();
            choose(espeak, language + voice.name());
            espeak.speak(text, options(true), this::handOver);
            return;
        }
        List<VoiceRun> runs = VoiceRun.of(text, language);
        for (int i = 0; i < runs.size() && !end.isDone(); i++) {
            VoiceRun run = runs.get(i);
            language = run.language();
            choose(espeak, run.language() + voice.name());
            espeak.speak(run.text(), options(i == runs.size() - 1), this::handOver);
        }
    }

    /** The pause that belongs to the last mark follows at the end only. */
    private int options(boolean atEnd) {
        return (atEnd ? EspeakNative.ENDPAUSE : 0) | (voice.readsSsml() ? EspeakNative.SSML : 0);
    }

    private boolean isVoiceAutomatic() {
        return voice.name().isEmpty() || voice.name().startsWith("+");
    }

    /** A quote behind a Chinese full stop is one more sentence for espeak: a pause of 640 ms instead of 300. */
    private static String withoutClosingMarks(String text) {
        int last = text.length();
        while (last > 0 && isClosingMark(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(0, last);
    }

    private static boolean isClosingMark(char c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || c == '"'
                || c == '\'';
    }

    private void choose(Espeak espeak, String name) {
        if (!espeak.choose(name, voice)) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "Unknown voice '%s' for espeak. Leave synthesis.voice empty to choose by the text, or use"
                                    + " a language such as en-gb, cmn or de, with a variant such as en-gb+f3.",
                            name));
        }
    }

    private boolean handOver(PcmFrame frame) {
        synchronized (handingOver) {
            if (end.isDone()) {
                return false;
            }
            frames.accept(frame);
            return true;
        }
    }

    private void reached(int characters) {
        synchronized (handingOver) {
            if (!end.isDone()) { // else the sentence was cut
                frames.reached(characters);
            }
        }
    }

    private void throwIfFailed() {
        if (end.isCompletedExceptionally()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            end.get();
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            end.completeExceptionally(AssistantException.interrupted());
            throw AssistantException.interrupted();
        } catch (ExecutionException e) {
            synchronized (handingOver) { // waits for the frame that was under way when the end came
                throw e.getCause() instanceof AssistantException fault
                        ? fault
                        : new AssistantException(FaultKind.FAILED, tr("The built-in voice failed. See the log."), e);
            }
        }
    }
}
