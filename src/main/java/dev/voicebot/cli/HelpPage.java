package dev.voicebot.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;

/** picocli's help, but names with a point are not broken, and a Chinese heading is as wide as it is drawn. */
final class HelpPage extends Help {
    private static final Pattern NAME = Pattern.compile("[\\w~./-]+");
    private static final Pattern POINT = Pattern.compile("\\.(?=[\\w/])");
    private static final String HELD = "\ue000"; // of private use: no line is broken there
    private static final int BESIDE = 36; // columns that options, margins and marks take at most

    HelpPage(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    @Override
    public int synopsisHeadingLength() {
        return Ansi.OFF.new Text(commandSpec().usageMessage().synopsisHeading()).getCJKAdjustedLength();
    }

    @Override
    public String optionList() {
        return released(super.optionList());
    }

    @Override
    public String parameterList() {
        return released(super.parameterList());
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer usual = super.createDefaultOptionRenderer();
        return (option, labels, colors) -> held(usual.render(option, labels, colors));
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
        IParameterRenderer usual = super.createDefaultParameterRenderer();
        return (parameter, labels, colors) -> held(usual.render(parameter, labels, colors));
    }

    /** The last column is the description. */
    private Text[][] held(Text[][] rows) {
        for (Text[] row : rows) {
            int last = row.length - 1;
            row[last] = Ansi.OFF.new Text(NAME.matcher(row[last].plainString()).replaceAll(this::held));
        }
        return rows;
    }

    private String held(MatchResult name) {
        boolean fits = name.group().length() <= commandSpec().usageMessage().width() - BESIDE;
        return Matcher.quoteReplacement(fits ? POINT.matcher(name.group()).replaceAll(HELD) : name.group());
    }

    private static String released(String list) {
        return list.replace(HELD, ".");
    }
}
