package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.turn.Narration;
import dev.voicebot.turn.SpeakablePiece;
import dev.voicebot.turn.SpeakableText;
import dev.voicebot.turn.SpeechOutput;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.wiring.SpeechTarget;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Reads words as they arrive and narrates them. */
final class Speaking {
    private final Session session;
    private final SpeechTarget target;
    private boolean spoke;

    Speaking(Session session, SpeechTarget target) {
        this.session = session;
        this.target = target;
    }

    int speak(Reader words) {
        session.announce(session.assembly().voiceEngine());
        SpeechOutput output = session.assembly().speech(target);
        SpeakableText speakable = new SpeakableText(output.manner());
        try (Narration narration = Narration.start(output, "", this::show, session.cancellation())) {
            PipedText text = PipedText.pieces(words, session.cancellation());
            for (Optional<String> piece = text.next(); piece.isPresent(); piece = text.next()) {
                narration.note(piece.get());
                write(speakable.add(piece.get()), narration);
            }
            write(speakable.finish(), narration);
            narration.finish();
        }
        if (!spoke) {
            throw new AssistantException(FaultKind.USAGE, "nothing to say: the text is empty");
        }
        return ExitCode.DONE.number();
    }

    private void write(List<SpeakablePiece> pieces, Narration narration) {
        for (SpeakablePiece piece : pieces) {
            if (!piece.isSilent()) {
                narration.write(piece);
                spoke = true;
            }
        }
    }

    /** Called by the narration's threads. */
    private void show(TurnEvent event) {
        if (event instanceof TurnEvent.Saved saved) {
            session.printLine(saved.file().toString());
        } else if (event instanceof TurnEvent.Notice notice) {
            session.tell(notice.line());
        }
    }
}
