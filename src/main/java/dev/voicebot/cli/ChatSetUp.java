package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.EnterDuringReply;
import dev.voicebot.config.Folders;
import dev.voicebot.config.LongReplies;
import dev.voicebot.config.Settings;
import dev.voicebot.config.Theme;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.repl.ChatParts;
import dev.voicebot.repl.ChatScreen;
import dev.voicebot.repl.ChatStyle;
import dev.voicebot.repl.ControlParts;
import dev.voicebot.repl.Rehearsal;
import dev.voicebot.setup.Setup;
import dev.voicebot.talk.HoldTimes;
import dev.voicebot.talk.Senses;
import dev.voicebot.talk.TalkParts;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.Background;
import dev.voicebot.terminal.JobControl;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.Questions;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.RecognizerOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a chat on a screen is made of, by the settings, the environment and what there is to hear with. */
final class ChatSetUp {
    private static final String TALK = "/talk";

    private final CommandContext context;
    private final Edges edges;
    private final Folders folders;
    private final Assembly assembly;
    private final ChatMemory memory;
    private final boolean showsTimings;

    ChatSetUp(CommandContext context, ChatMemory memory, boolean showsTimings) {
        this.context = context;
        this.edges = context.edges();
        this.folders = context.folders();
        this.assembly = context.assembly();
        this.memory = memory;
        this.showsTimings = showsTimings;
    }

    /** Returns when the user leaves: whether the chat is to begin again, with other settings. */
    boolean run() {
        context.leaveCtrlC(); // the screen has its own
        assembly.warm(memory.conversation());
        memory.warm();
        memory.conversation().shorten(assembly.settings().speech().digest() == LongReplies.AUTO);
        return ChatScreen.run(parts());
    }

    /** A conversation on a screen that nobody sees. */
    void rehearse(String... lines) {
        Rehearsal.run(parts(), lines);
    }

    private ChatParts parts() {
        Optional<RecognizerOffer> offer = assembly.recognizerOffer();
        return new ChatParts(
                memory.conversation(),
                talk(offer),
                greeting(offer.isPresent()),
                memory.isPrivate()
                        ? Optional.empty()
                        : Optional.of(folders.state().resolve("history")),
                memory.forScreen(edges.clock().getZone()),
                context.meter(),
                new ControlParts(
                        ControlFolder.of(edges.environment(), folders.state()),
                        () -> Messages.in(UiLanguage.EN, assembly.services()::inUse)),
                style(),
                assembly.settings().keys(),
                assembly.live(memory.conversation()),
                context.effective(),
                JobControl::stopThisJob,
                edges.environment(),
                assembly.archive(),
                assembly.devices()::speaker,
                assembly::readNotices,
                this::askForKey);
    }

    /** True if the chat is to begin again with another key; a private one would be lost by that. */
    private boolean askForKey(Questions questions, Cancellation cancellation) {
        boolean isStored = new Setup(assembly, context.sources(), questions, cancellation).runKey();
        if (isStored && memory.isPrivate()) {
            questions.tell(tr("The next chat uses it. This one is private and cannot restart."));
        }
        return isStored && !memory.isPrivate();
    }

    private TalkParts talk(Optional<RecognizerOffer> offer) {
        Settings settings = assembly.settings();
        return new TalkParts(
                memory::recognizer,
                assembly.hearing()::isPossible,
                offer,
                assembly::obstacleToRecording,
                assembly.devices().microphone(),
                assembly.devices().microphoneWithoutEcho(),
                assembly.devices()::speaker,
                memory.isPrivate()
                        ? Optional.empty()
                        : Optional.of(folders.state().resolve("talks")),
                new TalkStyle(
                        KeyName.all(settings.keys().talk()),
                        settings.chat().sendAfterTalk(),
                        settings.talk(),
                        isPlain(),
                        HoldTimes.USUAL),
                settings.handsFree(),
                Senses.of(assembly));
    }

    private ChatStyle style() {
        ChatSettings chat = assembly.settings().chat();
        return new ChatStyle(
                chat.redrawInterval(),
                theme(chat.theme()),
                asksBackground(chat.theme()),
                chat.enterDuringReply() == EnterDuringReply.QUEUE,
                showsTimings,
                isPlain());
    }

    /** For a screen reader, or a terminal that can do nothing else. */
    private boolean isPlain() {
        return assembly.settings().chat().plain() || edges.showsLinesOnly();
    }

    /** As far as it is known before the terminal has answered. */
    private Theme theme(Theme wanted) {
        if (!edges.colours(true)) {
            return Theme.NONE;
        }
        return wanted == Theme.AUTO
                ? Background.ofVariable(edges.environment().getOrDefault("COLORFGBG", ""))
                        .orElse(Theme.AUTO)
                : wanted;
    }

    /** The Linux console would show a part of the question. */
    private boolean asksBackground(Theme theme) {
        return theme == Theme.AUTO
                && edges.colours(true)
                && !edges.environment().getOrDefault("TERM", "").equals("linux");
    }

    private List<String> greeting(boolean offersEars) {
        Optional<String> obstacle = offersEars ? Optional.empty() : assembly.obstacleToTalking();
        List<String> lines = new ArrayList<>();
        if (offersEars) {
            lines.add(tr("Type a message, or use %s to set up voice input. /help lists the commands.", talkKey()));
        } else {
            lines.add(tr("%s /help lists the commands.", obstacle.isPresent() ? tr("Type a message.") : howToTalk()));
        }
        obstacle.ifPresent(lines::add);
        assembly.services().obstacleToAnswering().ifPresent(lines::add);
        lines.add(assembly.services().inUse());
        return lines;
    }

    private String howToTalk() {
        if (assembly.settings().handsFree().enabled()) {
            return assembly.wakeWord()
                    .map(word -> tr("Say \"%s\", or type.", word.phrase()))
                    .orElseGet(() -> tr("Just speak, or type."));
        }
        String key = talkKey();
        return key.equals(TALK) ? tr("Type, or use /talk to talk.") : tr("Type, or press %s to talk.", key);
    }

    private String talkKey() {
        List<String> keys = assembly.settings().keys().talk();
        return isPlain() || keys.isEmpty() ? TALK : new KeyName(keys.get(0)).label();
    }
}
