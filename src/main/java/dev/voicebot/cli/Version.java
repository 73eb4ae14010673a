package dev.voicebot.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the packaged program, from its jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String number = Main.class.getPackage().getImplementationVersion();
        return new String[] {"voicebot " + Objects.requireNonNullElse(number, "(not packaged)")};
    }
}
