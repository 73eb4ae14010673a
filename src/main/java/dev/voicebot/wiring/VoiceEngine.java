package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.threads.Worker;
import dev.voicebot.wording.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One way to speak, for {@link VoiceChoice}: an engine, what it is called, and what it knows. */
interface VoiceEngine {
    /** The model that speaks now. */
    String name();

    /** {@link #name}, with a note where that helps the user. */
    default String title() {
        return tr("%s (built-in)", name());
    }

    /** Whether somebody has to be paid. */
    default boolean isPriced() {
        return false;
    }

    /** What numbers are turned into for it: it may read them well, or only count. */
    default Numerals numerals() {
        return Numerals.WORDS;
    }

    /**
     * Text to speech; the caller closes it.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind CREDENTIALS without the key it needs
     */
    SpeechSynthesizer open();

    /** Reads files. */
    List<KnownVoice> voices();

    /** {@link #voices} as far as they are known by now. */
    default Supplier<List<KnownVoice>> voicesSoFar() {
        InBackground<List<KnownVoice>> found = InBackground.compute(Worker.VOICES, this::voices, List.of());
        return found::soFar;
    }

    /** Whether a voice of that name, if it is none of those known, cannot be there. */
    default boolean wouldKnow(String name) {
        return true;
    }

    /** What to say of the voice {@code name} that is none of {@code known}. */
    Optional<String> doubt(String name, List<KnownVoice> known);

    /** Which voice speaks where none is chosen. */
    String standardVoice();

    /** How to find out whether {@code voice} would speak. */
    Service service(Voice voice);
}
