package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.ObservedRecognizer;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Utterance;
import dev.voicebot.repl.ChatSessions;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import dev.voicebot.threads.Worker;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.wiring.Assembly;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one chat keeps of itself, and what it goes on with. */
final class ChatMemory implements AutoCloseable {
    private final SessionFolder folder;
    private final Assembly assembly;
    private final UsageMeter meter;
    private final Optional<SessionRecorder> recorder;
    private final Optional<SavedSession> earlier;
    private volatile Supplier<List<Exchange>> turns = List::of; // of the conversation, once it has begun

    private ChatMemory(
            SessionFolder folder,
            Assembly assembly,
            UsageMeter meter,
            Optional<SessionRecorder> recorder,
            Optional<SavedSession> earlier) {
        this.folder = folder;
        this.assembly = assembly;
        this.meter = meter;
        this.recorder = recorder;
        this.earlier = earlier;
    }

    static ChatMemory open(SessionFolder folder, Assembly assembly, UsageMeter meter, SessionOptions options) {
        Optional<SavedSession> earlier = options.id()
                .map(folder::find)
                .or(() -> options.newest() ? Optional.of(newest(folder)) : Optional.empty());
        Optional<SessionRecorder> recorder = options.isPrivate()
                ? Optional.empty()
                : Optional.of(new SessionRecorder(folder, () -> engines(assembly)));
        return new ChatMemory(folder, assembly, meter, recorder, earlier);
    }

    private static SavedSession newest(SessionFolder folder) {
        return folder.newest()
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("No saved conversations. Start one with 'voicebot chat'.")));
    }

    private static String engines(Assembly assembly) {
        return Messages.in(UiLanguage.EN, assembly::engines);
    }

    boolean isPrivate() {
        return recorder.isEmpty();
    }

    /** What a chat that goes on with this one is given, where this one began as {@code options} say. */
    SessionOptions continuing(SessionOptions options) {
        return recorder.flatMap(SessionRecorder::id).map(SessionOptions::resuming).orElse(options);
    }

    ChatSessions forScreen(ZoneId zone) {
        return new ChatSessions(
                folder, recorder, earlier, zone, assembly.settings().chat().historyTurns());
    }

    /** Begins the conversation, or goes on with the earlier one. */
    Conversation conversation() {
        TurnKeeper own = recorder.map(keeper -> meter.and(keeper)).orElse(meter);
        Conversation conversation = assembly.conversation(own);
        turns = conversation::exchanges;
        earlier.ifPresent(session -> {
            session.restore(conversation, assembly.settings().chat().historyTurns());
            recorder.ifPresent(kept -> kept.resume(session));
        });
        return conversation;
    }

    /** Loads what the first question would wait for, on a thread of its own. */
    void warm() {
        Worker.WARM_SESSIONS.start(() -> recorder.ifPresent(SessionRecorder::warm));
    }

    /** Hears for this chat. */
    SpeechRecognizer recognizer() {
        return new ObservedRecognizer(assembly.hearing().recognizer(turns), this::heard);
    }

    private void heard(Utterance talk) {
        meter.heard(talk);
        recorder.ifPresent(kept -> kept.heard(talk));
    }

    @Override
    public void close() {
        recorder.ifPresent(SessionRecorder::close);
    }
}
