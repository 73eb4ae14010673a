package dev.voicebot.cli;

import dev.voicebot.config.Folders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version of the packaged program, from its jar's manifest; with {@code --verbose} what it works with, too. */
final class Version implements IVersionProvider {
    /** The root command, which knows what is wanted. */
    interface Asked {
        boolean isVerbose();

        Edges edges();
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public String[] getVersion() {
        return Stream.concat(Stream.of(name()), details()).toArray(String[]::new);
    }

    /** The program and its version. */
    static String name() {
        String number = Version.class.getPackage().getImplementationVersion();
        return "voicebot " + Objects.requireNonNullElse(number, "(not packaged)");
    }

    private Stream<String> details() {
        Asked root = (Asked) Objects.requireNonNull(spec).root().userObject();
        if (!root.isVerbose()) {
            return Stream.empty();
        }
        Folders folders = Folders.of(root.edges().environment(), root.edges().home());
        return new VersionDetails(System.getProperties(), libraries(), folders).lines().stream();
    }

    private static List<Path> libraries() {
        try (Stream<Path> files = Files.list(Path.of(Version.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("lib"))) {
            return files.toList();
        } catch (IOException | URISyntaxException e) { // not packaged
            return List.of();
        }
    }
}
