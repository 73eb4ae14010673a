package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option that is a number or a time, found in the commands themselves, with what no number or time is. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NumericOptionsTest {
    private static final Set<String> LABELS = Set.of("N", "HZ", "TIME", "AMOUNT", "SECONDS", "PERCENT");
    private static final List<String> NEVER_GOOD =
            List.of("many", "", " ", "-1", "NaN", "-Infinity", "1e999", "99999999999999999999999", "0x10", "1,5");
    private static final List<String> QUICK_AT_LEAST = List.of("0", "2000000000", "9223372036854775807", "0.0000001");

    @TempDir
    private Path home;

    static Stream<Arguments> options() {
        return Subcommands.ALL.stream().map(CommandLine::new).flatMap(NumericOptionsTest::options);
    }

    private static Stream<Arguments> options(CommandLine command) {
        Stream<Arguments> own = command.getCommandSpec().options().stream()
                .filter(NumericOptionsTest::isNumeric)
                .map(option ->
                        Arguments.of(command.getCommandSpec().qualifiedName().split(" ", -1), option.longestName()));
        return Stream.concat(own, command.getSubcommands().values().stream().flatMap(NumericOptionsTest::options));
    }

    private static boolean isNumeric(OptionSpec option) {
        Class<?> type = option.auxiliaryTypes().length > 0 ? option.auxiliaryTypes()[0] : option.type();
        return LABELS.contains(option.paramLabel())
                || Number.class.isAssignableFrom(type)
                || Duration.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class);
    }

    @ParameterizedTest
    @MethodSource("options")
    void whatIsNoNumberIsWrongUsageInOneLine(String[] command, String option) {
        for (String value : NEVER_GOOD) {
            Shell.Finished finished = run(command, option + "=" + value);

            assertThat(finished.exit())
                    .as("%s %s=%s: %s", List.of(command), option, value, finished.err())
                    .isEqualTo(2);
            assertThat(finished.err())
                    .as("%s %s=%s", List.of(command), option, value)
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theSmallestAndTheHugestNumberEndQuicklyAndWithoutAFault(String[] command, String option) {
        for (String value : QUICK_AT_LEAST) {
            Shell.Finished finished = run(command, option + "=" + value);

            assertThat(finished.err())
                    .as("%s %s=%s", List.of(command), option, value)
                    .doesNotContain("please report", "Exception");
            if (finished.exit() == 2) {
                assertThat(finished.err())
                        .as("%s %s=%s", List.of(command), option, value)
                        .hasLineCount(1);
            }
        }
    }

    private Shell.Finished run(String[] command, String option) {
        String[] arguments = Arrays.copyOf(command, command.length + 1);
        arguments[command.length] = option;
        return new Shell(home).run(arguments);
    }
}
