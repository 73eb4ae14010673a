package dev.voicebot.cli;

import dev.voicebot.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The helps in the user's language. The annotations have them in English; {@code help.zh_CN.po} has the others by these
 * English texts, several lines as one text, so that a renamed command or option loses nothing.
 */
final class HelpLanguage {
    /** The root command, which knows the settings. */
    interface Speaker {
        /** Speaks the language that the settings name from now on. */
        void useLanguage();
    }

    private HelpLanguage() {}

    /** Each help when it is shown, in the language of the settings. */
    static void applyTo(CommandLine line) {
        line.setHelpFactory((command, colors) -> {
            decide(command);
            translate(command);
            return new HelpPage(command, colors);
        });
    }

    /** The settings may name another language than the environment. */
    static void decide(CommandSpec command) {
        ((Speaker) command.root().userObject()).useLanguage();
    }

    /** The whole program at once, in the language of now, for what reads its model. */
    static CommandLine translated(CommandLine line) {
        line.setHelpFactory(HelpPage::new);
        translate(line.getCommandSpec());
        line.getSubcommands().values().forEach(HelpLanguage::translated);
        return line;
    }

    /** Several lines are one text. */
    static String[] lines(String... english) {
        return Messages.help(String.join("\n", english)).split("\n", -1);
    }

    private static void translate(CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();
        usage.synopsisHeading(Messages.help(usage.synopsisHeading()));
        usage.description(lines(usage.description()));
        usage.commandListHeading(Messages.help(usage.commandListHeading()));
        usage.exitCodeListHeading(Messages.help(usage.exitCodeListHeading()));
        usage.footerHeading(Messages.help(usage.footerHeading()));
        usage.footer(lines(usage.footer()));
        Map<String, String> exitCodes = new LinkedHashMap<>(usage.exitCodeList());
        exitCodes.replaceAll((code, meaning) -> Messages.help(meaning));
        usage.exitCodeList(exitCodes);
        command.resourceBundle(bundle(arguments(command)));
    }

    /** An option's or argument's description changes by a bundle only. */
    private static ListResourceBundle bundle(List<String[]> texts) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts.toArray(Object[][]::new);
            }
        };
    }

    /** By the first of the keys that picocli tries. */
    private static List<String[]> arguments(CommandSpec command) {
        boolean interpolates = command.interpolateVariables();
        command.interpolateVariables(false); // ${DEFAULT-VALUE} belongs to the text
        List<String[]> texts = new ArrayList<>();
        for (ArgSpec argument : command.args()) {
            String key = key(argument);
            texts.add(new String[] {key, String.join("\n", lines(argument.description()))});
        }
        command.interpolateVariables(interpolates);
        return texts;
    }

    private static String key(ArgSpec argument) {
        if (argument.descriptionKey() != null && !argument.descriptionKey().isEmpty()) {
            return argument.descriptionKey();
        }
        return argument instanceof PositionalParamSpec parameter
                ? parameter.paramLabel() + "[" + parameter.index() + "]"
                : ((OptionSpec) argument).longestName().replaceFirst("^-+", "");
    }
}
