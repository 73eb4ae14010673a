package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.models.OfferedModel;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.terminal.TextColumns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot models}: what the service offers to this key; its subcommands are about models on this machine. */
@Command(
        name = "models",
        description = "List cloud models and prices; manage local models.",
        subcommands = {
            ModelsListCommand.class,
            ModelsPullCommand.class,
            ModelsRemoveCommand.class,
            ModelsVerifyCommand.class,
            ModelsPathCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot models",
            "  voicebot models --part synthesis",
            "  voicebot models --json | jq -r 'select(.part == \"chat\") | .name'",
            "  voicebot models list                        models that run on this machine",
            "  voicebot models pull sensevoice             recognize speech offline",
            "",
            "Choose one with recognition.model, chat.model or synthesis.model. * marks models in use."
        })
final class ModelsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Only models for this part: recognition, chat or synthesis.",
            converter = PartConverter.class)
    private Optional<Part> part = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/model.json).")
    private boolean json;

    /** What the subcommands work with. */
    CommandContext open() {
        Commands.require(part.isEmpty() && !json, tr("--part and --json belong after the command, where it has them."));
        return VoicebotCommand.of(root).open();
    }

    /** The command above a subcommand. */
    static ModelsCommand of(@Nullable ModelsCommand parent) {
        if (parent == null) {
            throw new IllegalStateException("picocli has not set the parent command");
        }
        return parent;
    }

    @Override
    public Integer call() {
        try (CommandContext context = VoicebotCommand.of(root).open()) {
            List<OfferedModel> offered = context.assembly().services().offered(PATIENCE);
            List<String> used = context.assembly().services().priced();
            String currency = context.assembly().settings().usage().currency();
            for (Part each : part.map(List::of).orElse(List.of(Part.values()))) {
                offered.stream()
                        .filter(model -> model.parts().contains(each))
                        .sorted(Comparator.comparing(OfferedModel::name))
                        .forEach(model -> print(context, new Row(each, model, used.contains(model.name()), currency)));
            }
        }
        return ExitCode.DONE.number();
    }

    private void print(CommandContext context, Row row) {
        context.printLine(json ? row.json() : TextColumns.fit(row.text(), context.outputColumns()));
    }

    /** A model for one part. */
    private record Row(Part part, OfferedModel model, boolean isUsed, String currency) {
        String text() {
            String prices = String.join(tr(", "), prices());
            return String.format(
                            "%s %s %-36s  ", TextColumns.pad(tr(part.word()), 11), isUsed ? "*" : " ", model.name())
                    + (prices.isEmpty() ? tr("price unknown") : prices);
        }

        private List<String> prices() {
            List<String> prices = new ArrayList<>();
            add(prices, tr("per million tokens in"), model.inputPrice());
            add(prices, tr("out"), model.outputPrice());
            add(prices, tr("per 10,000 characters"), model.characterPrice());
            add(prices, tr("per hour"), model.hourPrice());
            return prices;
        }

        private void add(List<String> prices, String unit, Optional<Double> price) {
            price.ifPresent(amount -> prices.add(rounded(amount).toPlainString() + " " + currency + " " + unit));
        }

        String json() {
            ObjectNode node = JSON.createObjectNode()
                    .put("part", part.word())
                    .put("name", model.name())
                    .put("used", isUsed)
                    .put("currency", currency);
            ObjectNode price = node.putObject("price");
            put(price, "input_per_million_tokens", model.inputPrice());
            put(price, "output_per_million_tokens", model.outputPrice());
            put(price, "per_10000_characters", model.characterPrice());
            put(price, "per_hour", model.hourPrice());
            return node.toString();
        }

        private static void put(ObjectNode node, String name, Optional<Double> price) {
            price.ifPresent(amount -> node.put(name, rounded(amount)));
        }

        /** Converting units leaves digits that no price has. */
        private static BigDecimal rounded(double amount) {
            return new BigDecimal(amount).round(new MathContext(6)).stripTrailingZeros();
        }
    }

    /** A part by its name in the settings. */
    static final class PartConverter implements picocli.CommandLine.ITypeConverter<Part> {
        @Override
        public Part convert(String text) {
            return Stream.of(Part.values())
                    .filter(part -> part.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new picocli.CommandLine.TypeConversionException(
                            tr("'%s' is not recognition, chat or synthesis", text)));
        }
    }
}
