package dev.voicebot.wiring;

import dev.voicebot.chat.Exchange;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One way to understand speech, for {@link HearingChoice}: an engine, what it is called, and what it can do. */
interface HearingEngine {
    /** The model that recognizes speech now. */
    String name();

    /** {@link #name}, with a note where that helps the user. */
    default String title() {
        return name();
    }

    /** Whether somebody has to be paid. */
    default boolean isPriced() {
        return false;
    }

    /** Why nothing can be heard, and what to do, in one line. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** The local model that would make hearing possible, where it is missing and nothing else was asked for. */
    default Optional<String> missingModel() {
        return Optional.empty();
    }

    /** How many recordings are best recognized at the same time. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Prepares for the first talk, in {@code language}, in the background; returns at once. */
    default void warm(Optional<String> language) {}

    /**
     * Speech to text.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind CREDENTIALS without the key it needs
     */
    SpeechRecognizer recognizer(Request request);

    /**
     * From now on recognizers expect these words, which are in {@code file}. May block for a while.
     *
     * @throws dev.voicebot.outcome.AssistantException where it cannot; what the service refuses
     */
    void expectWords(Path file, List<String> words);

    /** How to find out whether it hears what {@code voice} says; throws as {@link #recognizer}. */
    Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice);

    /**
     * What is to be heard.
     *
     * @param language what is spoken; detected when empty
     * @param translateTo what it is translated into, where the engine can
     * @param context gives the turns of the conversation so far, which names and terms may stand in
     */
    record Request(Optional<String> language, Optional<String> translateTo, Supplier<List<Exchange>> context) {}
}
