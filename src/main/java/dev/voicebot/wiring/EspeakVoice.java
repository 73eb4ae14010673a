package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The voice that needs nothing; it is unpacked into a folder. */
record EspeakVoice(Path cache) implements VoiceEngine {
    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public SpeechSynthesizer open() {
        EspeakSynthesizer espeak = new EspeakSynthesizer(cache);
        espeak.warm();
        return espeak;
    }

    @Override
    public List<KnownVoice> voices() {
        return new EspeakSynthesizer(cache).voices();
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        return KnownNames.doubtEspeakVoice(name, known, name());
    }

    @Override
    public String standardVoice() {
        return tr("English or Mandarin, chosen by the text");
    }

    @Override
    public Service service(Voice voice) {
        return Service.builtIn(title(), new SpeakingProof(() -> new EspeakSynthesizer(cache), voice, false));
    }
}
