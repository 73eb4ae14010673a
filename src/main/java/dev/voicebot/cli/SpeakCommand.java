package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot speak}: text to speech, heard and saved while the text is still arriving. */
@Command(
        name = "speak",
        description = "Speak text and save the audio.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot speak \"Hello, 你好\"",
            "  tail -f app.log | grep --line-buffered ERROR | voicebot speak",
            "  voicebot speak -f letter.txt -o letter.wav --no-play",
            "  voicebot speak -f book.md -o book.wav --no-play --subtitles book.srt",
            "  voicebot speak -o hello.mp3 \"Hello\"",
            "  voicebot speak --list-voices",
        })
final class SpeakCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Mixin
    private SpeakText text = new SpeakText();

    @Mixin
    private SpeakTarget target = new SpeakTarget();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private VoiceOptions voice = new VoiceOptions();

    @Option(names = "--list-voices", description = "List available voices: name, language, sex, engine.")
    private boolean listVoices;

    @Option(
            names = "--json",
            description = "With --list-voices: print one JSON object per line (docs/schemas/voice.json).")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        VoicebotCommand command = VoicebotCommand.of(root);
        Commands.require(listVoices || !json, tr("--json needs --list-voices."));
        if (listVoices) {
            Commands.require(
                    !text.isGiven() && !target.isGiven() && !voice.isGiven() && !batch.isGiven(),
                    tr("--list-voices speaks nothing. Remove the text and the other options."));
            try (CommandContext context = command.open(voice.settings())) {
                return new VoiceListing(context).print(json);
            }
        }
        text.check(command.edges());
        target.check(command.edges());
        target.checkApartFrom(text.file());
        try (Reader words = text.open(command.edges());
                CommandContext context = command.open(voice.settings())) {
            return new Speaking(context, command.edges(), text, target).speak(words, batch);
        }
    }
}
