package dev.voicebot.engine.sherpa;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.engine.sherpa.child.Message;
import java.util.function.Consumer;

/** A piece of text that a process speaks. */
final class VoiceWork extends EngineWork {
    private final Consumer<PcmFrame> sound;

    VoiceWork(Consumer<PcmFrame> sound) {
        this.sound = sound;
    }

    @Override
    protected void take(Message message) {
        if (message.type().equals(Message.SOUND)) {
            sound.accept(
                    PcmFrame.ofLittleEndian(message.sound(), 0, message.sound().length, (int) message.number("rate")));
        }
    }
}
