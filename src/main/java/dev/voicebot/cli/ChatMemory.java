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
import dev.voicebot.turn.BothKeepers;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.wiring.Assembly;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one chat keeps of itself, and what it goes on with. */
final class ChatMemory implements AutoCloseable {
    private final SessionFolder folder;
    private final Assembly assembly;
    private final UsageMeter meter;
    private final Optional<SessionRecorder> recorder;
    private final Optional<SavedSession> earlier;
    private final Consumer<String> tell;
    private @Nullable Conversation conversation; // by the command's thread
    private volatile Supplier<List<Exchange>> turns = List::of; // of the conversation, once it has begun

    private ChatMemory(
            SessionFolder folder,
            Assembly assembly,
            UsageMeter meter,
            Optional<SessionRecorder> recorder,
            Optional<SavedSession> earlier,
            Consumer<String> tell) {
        this.tell = tell;
        this.folder = folder;
        this.assembly = assembly;
        this.meter = meter;
        this.recorder = recorder;
        this.earlier = earlier;
    }

    /** {@code tell} receives what the user should know of it. */
    static ChatMemory open(
            SessionFolder folder, Assembly assembly, UsageMeter meter, SessionOptions options, Consumer<String> tell) {
        Optional<SavedSession> earlier = options.id()
                .map(folder::find)
                .or(() -> options.newest() ? Optional.of(newest(folder)) : Optional.empty());
        Optional<SessionRecorder> recorder = options.isPrivate()
                ? Optional.empty()
                : Optional.of(new SessionRecorder(folder, () -> engines(assembly)));
        return new ChatMemory(folder, assembly, meter, recorder, earlier, tell);
    }

    private static SavedSession newest(SessionFolder folder) {
        return folder.newest()
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("No saved conversations. Start one with 'voicebot chat'.")));
    }

    private static String engines(Assembly assembly) {
        return Messages.in(UiLanguage.EN, assembly.services()::inUse);
    }

    boolean isPrivate() {
        return recorder.isEmpty();
    }

    /** What a chat that goes on with this one is given, where this one began as {@code options} say. */
    SessionOptions continuing(SessionOptions options) {
        return recorder.flatMap(SessionRecorder::id)
                .map(SessionOptions::resuming)
                .orElse(options);
    }

    ChatSessions forScreen(ZoneId zone) {
        return new ChatSessions(
                folder, recorder, earlier, zone, assembly.settings().chat().historyTurns());
    }

    /** The conversation, which begins when it is first asked for, or goes on with the earlier one. */
    Conversation conversation() {
        Conversation begun = conversation;
        if (begun == null) {
            begun = begin();
            conversation = begun;
        }
        return begun;
    }

    private Conversation begin() {
        TurnKeeper own = recorder.<TurnKeeper>map(keeper -> new BothKeepers(meter, keeper))
                .orElse(meter);
        Conversation begun = assembly.conversation(own);
        turns = begun::exchanges;
        earlier.ifPresent(session -> {
            session.restore(begun, assembly.settings().chat().historyTurns());
            if (recorder.isPresent() && recorder.get().resume(session)) {
                tell.accept(tr("%s is open in another chat. Continuing in a copy.", session.id()));
            }
        });
        return begun;
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
