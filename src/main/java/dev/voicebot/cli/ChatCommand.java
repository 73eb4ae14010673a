package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.config.RecordingsSettings;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.config.UsageSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot chat}: a conversation, typed and spoken; in a pipe one turn a line. */
@Command(
        name = "chat",
        description = "Chat by typing or talking.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot chat                          a conversation (F2 to talk)",
            "  voicebot chat --hands-free             a hands-free conversation",
            "  voicebot chat \"why is the sky blue?\"   one question and its answer",
            "  voicebot chat --continue               continue your last conversation",
            "  git diff | voicebot chat \"explain\"     one question about the piped text",
            "  printf 'hi\\nbye\\n' | voicebot chat    one turn per line",
        })
final class ChatCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(
            paramLabel = "QUESTION",
            description =
                    "Question to ask; piped input is added to it. End it with - to add standard input from any source.")
    private List<String> question = List.of();

    @Option(names = "--no-speak", description = "Do not speak replies or save them as audio.")
    private boolean noSpeak;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME",
            completionCandidates = LiveValues.Models.class,
            description = "Chat model, for example qwen-plus.")
    private Optional<String> model = Optional.empty();

    @Option(
            names = {"-s", "--system"},
            paramLabel = "TEXT",
            description = "System prompt.")
    private Optional<String> system = Optional.empty();

    @Option(names = "--timings", description = "Show timings after each turn.")
    private boolean timings;

    @Option(
            names = "--json",
            description = "In a pipe: print one JSON object per turn, with text, WAV file, timings and usage"
                    + " (docs/schemas/chat-turn.json).")
    private boolean json;

    @Option(
            names = "--max-cost",
            paramLabel = "AMOUNT",
            description = "Stop starting new turns once this chat has cost this much (see 'voicebot usage').")
    private Optional<String> maxCost = Optional.empty();

    @Option(names = "--hands-free", description = "Listen continuously: just speak, even to interrupt a reply.")
    private boolean handsFree;

    @Option(names = "--plain", description = "Screen-reader mode: words in place of marks, and no line is redrawn.")
    private boolean plain;

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private SessionOptions kept = new SessionOptions();

    @Mixin
    private VoiceOptions voice = new VoiceOptions();

    private boolean readsStdin;

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        readsStdin = !question.isEmpty() && question.get(question.size() - 1).equals(STDIN);
        String words = Commands.words(readsStdin ? question.subList(0, question.size() - 1) : question);
        kept.check();
        Commands.require(
                !batch.isGiven() || question.isEmpty(),
                tr("--fail-fast needs several questions, one per line of a pipe."));
        Edges.Terminals terminals = command.edges().terminals();
        boolean screen = question.isEmpty() && terminals.in() && terminals.out() && !json;
        if (handsFree && !screen) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("--hands-free needs a terminal and excludes a question, a pipe and --json."));
        }
        if (screen) {
            return onAScreen(command);
        }
        Commands.require(
                !noSpeak || !voice.isGiven(),
                tr("--no-speak speaks nothing. Remove --voice, --rate, --pitch and --volume."));
        try (CommandContext context = command.open(settings());
                ChatMemory memory = context.memory(kept)) {
            voice.check(context.announcements());
            return inAPipe(new PipedChat(context, memory, timings, json), words, command.edges(), context::tell);
        }
    }

    /** Until the user leaves; after {@code /key} the conversation goes on with everything opened anew. */
    private int onAScreen(VoicebotCommand command) {
        SessionOptions options = kept;
        boolean again = true;
        while (again) {
            try (CommandContext context = command.open(settings());
                    ChatMemory memory = context.memory(options)) {
                voice.check(context.announcements());
                again = new ChatSetUp(context, memory, timings).run();
                options = memory.continuing(options);
            }
        }
        return ExitCode.DONE.number();
    }

    private int inAPipe(PipedChat chat, String words, Edges edges, Consumer<String> tell) {
        if (words.isEmpty()) {
            return chat.askEachLine(Commands.standardInput(edges, tell), batch);
        }
        // what this command has in common with its shell is the shell's: while read -r q; do voicebot chat "$q"; done
        // <file
        boolean reads = readsStdin || edges.piped() == Piped.TO_US;
        return reads ? chat.askAbout(words, Commands.standardInput(edges, tell)) : chat.ask(words);
    }

    private SettingOptions settings() {
        return voice.settings()
                .with("--model", ChatSettings.MODEL, model)
                .with("--system", ChatSettings.SYSTEM_PROMPT, system)
                .with("--max-cost", UsageSettings.MAX_COST, maxCost)
                .with(handsFree, HandsFreeSettings.ENABLED, true)
                .with(plain, ChatSettings.PLAIN, true)
                .with(kept.isPrivate(), RecordingsSettings.ENABLED, false)
                .with(noSpeak, SynthesisSettings.ENABLED, false);
    }
}
