package dev.voicebot.cli;

import java.util.List;

/** The commands of the program. */
final class Subcommands {
    /** In the order of the help. */
    static final List<Class<?>> ALL = List.of(
            SetupCommand.class,
            ChatCommand.class,
            ListenCommand.class,
            SpeakCommand.class,
            ReplayCommand.class,
            SessionsCommand.class,
            UsageCommand.class,
            ModelsCommand.class,
            CtlCommand.class,
            DevicesCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            CompletionCommand.class,
            CompleteCommand.class,
            ManPagesCommand.class,
            TrainCommand.class);

    private Subcommands() {}
}
