package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.KeysSettings;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommands;
import dev.voicebot.screen.Thoughts;
import dev.voicebot.screen.Timings;
import dev.voicebot.screen.YesNo;
import dev.voicebot.talk.HandsFree;
import dev.voicebot.talk.HearingOffer;
import dev.voicebot.talk.Talking;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a chat on a screen consists of, beside the line and the rows above it: an area of commands each. */
record ChatAreas(
        ChatDisplay display,
        ChatLine line,
        Timings timings,
        Thoughts thoughts,
        Replies replies,
        SpeechCommands speech,
        SessionCommands sessions,
        EditCommand edit,
        ReplayCommand replay,
        Talking talking,
        HandsFree handsFree,
        YesNo question,
        HearingOffer offer) {

    /** {@code submit} takes a whole line, as if Enter had sent it. */
    static ChatAreas of(ChatParts parts, ChatDisplay display, ChatLine line, Consumer<String> submit) {
        Timings timings = new Timings(display, parts.style().showsTimings());
        Thoughts thoughts = new Thoughts(display);
        Replies replies = new Replies(
                parts.turns(), display, timings, thoughts, parts.style().enterQueues());
        YesNo question = new YesNo(display);
        HearingOffer offer =
                new HearingOffer(parts.talk(), display, question, parts.talk().wayToTalk(line.isPlain()));
        Talking talking = new Talking(parts.talk(), parts.turns(), display, line, replies, offer, submit);
        timings.alsoShows(talking::figures);
        return new ChatAreas(
                display,
                line,
                timings,
                thoughts,
                replies,
                new SpeechCommands(
                        display, parts.turns().transport(), replies, line.isPlain() ? KeysSettings.NONE : parts.keys()),
                new SessionCommands(parts.sessions(), parts.turns(), display, replies),
                new EditCommand(display, line, parts.environment()),
                new ReplayCommand(display, replies, parts.archive(), parts.speaker()),
                talking,
                new HandsFree(parts.talk(), display, replies, talking, offer),
                question,
                offer);
    }

    /**
     * What can be typed, one list an area: each comes from a class of its own, in the order of the help.
     *
     * @param all all of these, for their help
     * @param clear starts over
     * @param beginAgain leaves the chat, which then begins again with the settings of then
     */
    List<List<SlashCommand>> commands(
            ChatParts parts, Supplier<SlashCommands> all, Runnable clear, Runnable beginAgain) {
        return List.of(
                talking.commands(),
                handsFree.commands(),
                speech.commands(),
                sessions.commands(),
                new UsageCommands(parts.usage(), display, line.isPlain()).commands(),
                new EngineCommands(display, parts.turns(), parts.live()).commands(),
                thoughts.commands(),
                new DeviceCommands(display, parts.live(), handsFree::reopen).commands(),
                new ConfigCommand(display, parts.settings(), parts.live()).commands(),
                new ApiKeyCommand(display, line, parts.key(), beginAgain).commands(),
                edit.commands(),
                replay.commands(),
                new CopyCommand(display, line, replies, parts.environment()).commands(),
                List.of(SlashCommand.of("/clear", tr("start over and clear the screen"), clear)),
                new HelpCommand(display, all, parts.talk().offeredKeys(), line.isPlain()).commands(),
                timings.commands(),
                List.of(
                        SlashCommand.of("/quit", tr("exit"), line::leave),
                        SlashCommand.of("/exit", tr("exit"), line::leave)));
    }
}
