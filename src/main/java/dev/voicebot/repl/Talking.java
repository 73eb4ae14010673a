package dev.voicebot.repl;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Talks, one at a time: started and ended by keys, their words put into the line. All under the line's lock. */
final class Talking {
    private final TalkParts parts;
    private final Turns turns;
    private final Board board;
    private final ChatLine line;
    private final Replies replies;
    private final Consumer<String> submit;
    private final KeptTalks keptTalks;
    private final Chime chime;
    private @Nullable Running running;

    /** {@code submit} takes a whole line, as if Enter had sent it. */
    Talking(ChatParts chat, Board board, ChatLine line, Replies replies, Consumer<String> submit) {
        this.parts = chat.talk();
        this.turns = chat.turns();
        this.board = board;
        this.line = line;
        this.replies = replies;
        this.submit = submit;
        this.keptTalks = KeptTalks.in(parts.folder());
        this.chime = new Chime(parts.style().sounds(), parts.speaker());
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/talk", "start talking, or end it", this::toggle),
                SlashCommand.of("/retry", "send again what was said and not recognised", this::retry));
    }

    /** Begins a talk, or ends it. */
    void toggle() {
        if (running == null) {
            begin();
        } else {
            end(Duration.ZERO);
        }
    }

    boolean isTalking() {
        return running != null;
    }

    /** Only when nobody talks. */
    void begin() {
        Running begun = new Running(keptTalks.next());
        begun.talk.start(parts.microphone(), parts.recognizer());
        turns.getReady();
        chime.begin();
    }

    /** Ends the talk that runs, if any; {@code ago} is for how long it was over when that was noticed. */
    void end(Duration ago) {
        line.tellReleaseNoMore();
        if (running != null && !running.talk.isStopped()) {
            Duration left = parts.style().tail().minus(ago);
            Duration tail = left.isNegative() ? Duration.ZERO : left;
            running.talk.stop(tail);
            board.later(chime::end, tail);
        }
    }

    /** False when nobody talks; else what is said until now will be sent, together with what is typed. */
    boolean stopAndSend() {
        if (running == null) {
            return false;
        }
        running.sends = true;
        end(Duration.ZERO);
        return true;
    }

    /** Drops what was said; false when nobody talks. */
    boolean cancel() {
        if (running == null) {
            return false;
        }
        Running dropped = running;
        over();
        dropped.talk.cancel();
        dropped.dictation.clear();
        board.refresh();
        return true;
    }

    /** Ends the talk that runs, if any; its sound stays kept. */
    void leave() {
        line.tellReleaseNoMore();
        if (running != null) {
            running.talk.leave();
            running = null;
        }
    }

    private void retry() {
        Optional<KeptTalk> latest = running == null ? keptTalks.latest() : Optional.empty();
        Optional<AudioInput> sound = latest.flatMap(KeptTalk::sound);
        if (sound.isEmpty()) {
            board.dim("there is nothing to send again");
            return;
        }
        new Running(latest.get()).talk.startAgain(sound.get(), parts.recognizer());
    }

    private void over() {
        line.tellReleaseNoMore();
        running = null;
        board.later(replies::releaseQueue);
    }

    /** The talk that runs, and what becomes of its words. */
    private final class Running implements Talk.Listener {
        private final KeptTalk kept;
        private final Talk talk;
        private final Dictation dictation = new Dictation(line);
        private boolean sends;

        /** Takes the reply's place. */
        Running(KeptTalk kept) {
            this.kept = kept;
            this.talk = new Talk(board, kept, this);
            replies.holdQueue();
            replies.interrupt();
            running = this;
        }

        @Override
        public void heard(String words) {
            dictation.show(words);
            board.refresh();
        }

        @Override
        public void expected(String words) {
            turns.expect(willSend() ? words : "");
        }

        private boolean willSend() {
            return dictation.isAlone() && (sends || parts.style().sendsAfter());
        }

        @Override
        public void understood(String words, Optional<AssistantException> fault) {
            over();
            kept.drop();
            fault.ifPresent(early -> board.notice(early.userMessage()));
            dictation.show(words);
            if (!words.isEmpty()) {
                sendOrLeave();
            } else if (fault.isEmpty()) {
                board.dim("nothing heard");
            }
        }

        /** Words spoken into a text that was begun by typing belong to that text; Enter sends it. */
        private void sendOrLeave() {
            if (willSend()) {
                turns.heard(talk.ago());
                replies.askFirst(line.take());
            } else if (sends) {
                turns.heard(talk.ago());
                submit.accept(line.take());
            } else {
                board.refresh();
            }
        }

        @Override
        public void mute() {
            board.notice("the microphone gives nothing but silence: it is muted, or this terminal may not use it");
        }

        @Override
        public void failed(AssistantException fault) {
            over();
            String hint = kept.sound().isPresent() ? "; what you said is kept: /retry sends it again" : "";
            board.notice(fault.userMessage() + hint);
            keptTalks.prune();
        }
    }
}
