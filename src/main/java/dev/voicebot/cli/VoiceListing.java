package dev.voicebot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.terminal.TextColumns;
import java.util.List;
import java.util.function.Function;

/** Prints the voices there are. */
final class VoiceListing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandContext context;

    VoiceListing(CommandContext context) {
        this.context = context;
    }

    int print(boolean json) {
        context.assembly().voice().known().forEach((engine, voices) -> {
            if (json) {
                voices.forEach(voice -> context.printLine(json(engine, voice)));
            } else {
                table(engine, voices);
            }
        });
        return ExitCode.DONE.number();
    }

    private void table(String engine, List<KnownVoice> voices) {
        int names = width(voices, KnownVoice::name);
        int languages = width(voices, VoiceListing::language);
        for (KnownVoice voice : voices) {
            String row = pad(voice.name(), names)
                    + pad(language(voice), languages)
                    + pad(voice.sex().toString(), "female".length())
                    + pad(engine, engine.length())
                    + voice.character();
            context.printLine(TextColumns.fit(row.stripTrailing(), context.outputColumns()));
        }
    }

    private static int width(List<KnownVoice> voices, Function<KnownVoice, String> column) {
        return voices.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }

    private static String language(KnownVoice voice) {
        return voice.language().isEmpty() ? "any" : voice.language();
    }

    private static String json(String engine, KnownVoice voice) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", voice.name())
                .put("language", language(voice))
                .put("sex", voice.sex().toString())
                .put("engine", engine)
                .put("character", voice.character());
        return node.toString();
    }
}
