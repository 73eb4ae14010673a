package dev.voicebot.engine.sherpa;

import dev.voicebot.engine.sherpa.child.Message;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A talk that a process recognizes. */
final class HearingWork extends SoundWork {
    private final Consumer<Transcript> updates;
    private final List<Sentence> sentences = new ArrayList<>(); // the reading thread's until the end
    private Transcript latest = Transcript.EMPTY;

    HearingWork(Consumer<Transcript> updates) {
        this.updates = updates;
    }

    @Override
    protected void take(Message message) {
        switch (message.type()) {
            case Message.PARTIAL -> tell(heard(message).text());
            case Message.SENTENCE -> {
                heard(message).sentence().ifPresent(sentences::add);
                tell("");
            }
            default -> super.take(message);
        }
    }

    Transcript transcript() {
        return new Transcript(sentences, "");
    }

    private void tell(String unfinished) {
        Transcript now = new Transcript(sentences, unfinished);
        if (!now.equals(latest)) {
            latest = now;
            updates.accept(now);
        }
    }

    private static HeardResult heard(Message message) {
        return HeardResult.of(message.text("result"), message.number("begin"), message.number("end"));
    }
}
