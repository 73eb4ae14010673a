package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model on this computer whose files are those that were pulled.
 *
 * @param folder where its files are
 * @param files by role: absolute paths of files, or of folders for data that is many files
 * @param languages codes such as {@code zh}; empty where any or none
 */
public record LocalModel(String name, Path folder, Kind kind, Map<String, Path> files, List<String> languages) {
    public LocalModel {
        files = Map.copyOf(files);
        languages = List.copyOf(languages);
    }

    /** What an engine needs to know to load it, with the roles of its files. */
    public enum Kind {
        /** {@code model}, {@code tokens}. */
        SENSE_VOICE,
        /** {@code encoder}, {@code decoder}, {@code tokens}. */
        WHISPER,
        /** Streaming: {@code encoder}, {@code decoder}, {@code joiner}, {@code tokens}; {@code bpe} for Latin hot words. */
        TRANSDUCER,
        /** Streaming: {@code encoder}, {@code decoder}, {@code tokens}. */
        PARAFORMER,
        /** Streaming: {@code model}, {@code tokens}. */
        CTC,
        /** A voice: {@code model}, {@code tokens}, {@code lexicon} or {@code data}. */
        VITS,
        /** A voice: {@code model}, {@code voices}, {@code tokens}, {@code data}, {@code lexicon}, {@code dict}. */
        KOKORO,
        /** A voice: {@code model}, {@code vocoder}, {@code tokens}, {@code lexicon} or {@code data}. */
        MATCHA,
        /** A voice: {@code model}, {@code config}. */
        PIPER,
        /** Wake words: {@code encoder}, {@code decoder}, {@code joiner}, {@code tokens}. */
        KEYWORDS,
        /** Speech or silence: {@code model}. */
        VAD,
        /** Whether the speaker has finished: {@code model}. */
        TURN,
        /** The native sherpa-onnx library: {@code library}; the libraries it needs are beside it. */
        ENGINE
    }

    /** The file or folder of this role; empty where the model has none. */
    public Optional<Path> find(String role) {
        return Optional.ofNullable(files.get(role));
    }

    /**
     * The same of one that the model must have.
     *
     * @throws AssistantException FAILED without it
     */
    public Path file(String role) {
        @Nullable Path file = files.get(role);
        if (file == null) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr("The model %s has no file for '%s'. Run: voicebot models pull %s", name, role, name));
        }
        return file;
    }
}
