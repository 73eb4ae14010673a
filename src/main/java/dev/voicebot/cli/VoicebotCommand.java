package dev.voicebot.cli;

import dev.voicebot.config.Folders;
import dev.voicebot.config.Profiles;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.text.Messages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: options that every command has, and nothing else. */
@Command(
        name = "voicebot",
        description = "A voice assistant for your terminal.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot chat                       talk and type (/help for help)",
            "  voicebot chat \"what is a monad?\"    one question, one spoken answer",
            "  git log -3 | voicebot speak         read a pipe aloud as it arrives",
            "  text=$(voicebot listen --once)      one utterance as text",
            "  voicebot replay                     play the newest reply again",
        })
final class VoicebotCommand implements Runnable, HelpLanguage.Speaker, Version.Asked {
    private static final Logger LOG = LoggerFactory.getLogger(VoicebotCommand.class);

    /** What somebody who types only the program's name is shown. */
    private static final List<String> FIRST = List.of("chat", "listen", "speak", "replay", "doctor");

    private final Edges edges;
    private final OwnProgram program;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file (default: $VOICEBOT_CONFIG, ./config.toml, ~/.config/voicebot/config.toml).")
    private @Nullable Path config;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            completionCandidates = ShippedProfiles.class,
            scope = ScopeType.INHERIT,
            description =
                    "Named settings: cloud, offline, private, or your [profile.NAME] (default: $VOICEBOT_PROFILE).")
    private @Nullable String profile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            completionCandidates = LiveValues.Settings.class,
            scope = ScopeType.INHERIT,
            description = "Override one setting for this run, for example --set chat.temperature=0.3; repeatable.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "With --version: show Java, the system, libraries and folders, too.")
    private boolean verbose;

    @Mixin
    private LogOptions logging = new LogOptions();

    private boolean languageIsUsed;

    VoicebotCommand(Edges edges, OwnProgram program) {
        this.edges = edges;
        this.program = program;
    }

    /** The parent that picocli gave a command. */
    static VoicebotCommand of(@Nullable VoicebotCommand root) {
        if (root == null) {
            throw new IllegalStateException("picocli has not set the parent command");
        }
        return root;
    }

    /** Without a command: what there is, in a few lines. */
    @Override
    public void run() {
        CommandSpec all = spec();
        useLanguage();
        PrintWriter out = all.commandLine().getOut();
        out.println(Messages.help("Usage: voicebot COMMAND [OPTIONS]"));
        out.println();
        all.subcommands().forEach((name, command) -> {
            if (FIRST.contains(name)) {
                String about = HelpLanguage.lines(
                        command.getCommandSpec().usageMessage().description())[0];
                out.println("  " + String.format(Locale.ROOT, "%-8s", name) + about);
            }
        });
        out.println();
        out.println(Messages.help("Start with 'voicebot chat'. 'voicebot --help' lists all commands and options."));
    }

    /** The kept conversations; needs no settings. */
    SessionFolder sessions() {
        Folders folders = Folders.of(edges.environment(), edges.home());
        LogSetup.sendTo(folders.state().resolve("voicebot.log"), logging.debug());
        return new SessionFolder(folders.data().resolve("sessions"), edges.clock());
    }

    /** Where running chats are reached; needs no settings. */
    ControlFolder control() {
        Folders folders = Folders.of(edges.environment(), edges.home());
        return ControlFolder.of(edges.environment(), folders.state());
    }

    @Override
    public Edges edges() {
        return edges;
    }

    /** For commands that tell of all of it, or run it. */
    OwnProgram program() {
        return program;
    }

    @Override
    public boolean isVerbose() {
        return verbose;
    }

    /** Where the settings come from. */
    Sources sources() {
        return CommandContext.sources(edges, config, options());
    }

    /** The one that the settings name, as far as they can be read: 'voicebot config' says what is wrong with them. */
    @Override
    public void useLanguage() {
        if (languageIsUsed) {
            return;
        }
        languageIsUsed = true;
        try {
            if (Files.exists(SettingsLoader.fileOf(sources()))) {
                SettingsLoader.load(sources());
            }
        } catch (AssistantException e) {
            LOG.debug("the language stays that of the environment, which help needs no settings for", e);
        }
    }

    /** Loads the settings and opens the log. */
    CommandContext open() {
        return open(new SettingOptions());
    }

    /** The same; {@code options} are this command's own. */
    CommandContext open(SettingOptions options) {
        Map<String, String> all = options();
        all.putAll(options.byKey());
        return CommandContext.open(edges, config, all, logging, program.helpTexts());
    }

    private Map<String, String> options() {
        Map<String, String> all = new LinkedHashMap<>(set);
        if (profile != null) {
            all.put(Profiles.OPTION, profile);
        }
        return all;
    }

    /** For completion. */
    static final class ShippedProfiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profiles.shipped().iterator();
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the spec");
        }
        return spec;
    }
}
