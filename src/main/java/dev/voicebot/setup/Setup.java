package dev.voicebot.setup;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.SettingsEdit;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.Questions;
import dev.voicebot.wiring.Assembly;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The first minute: key, microphone and speaker are asked for, tried and stored, all at once at the end. */
public final class Setup {
    private final Assembly assembly;
    private final Sources sources;
    private final Questions questions;
    private final Cancellation cancellation;

    /** {@code sources} say which file is changed; {@code cancellation} ends a trial. */
    public Setup(Assembly assembly, Sources sources, Questions questions, Cancellation cancellation) {
        this.assembly = assembly;
        this.sources = sources;
        this.questions = questions;
        this.cancellation = cancellation;
    }

    /** Asks for everything. Until the last question was answered nothing is changed. Blocks. */
    public void run() {
        questions.tell(tr("Enter skips a step; Ctrl-C leaves everything as it was."));
        Map<String, String> changes = new LinkedHashMap<>(keyStep().run());
        changes.putAll(DeviceStep.microphone(assembly, questions, cancellation).run());
        changes.putAll(DeviceStep.speaker(assembly, questions, cancellation).run());
        if (changes.isEmpty()) {
            questions.tell(tr("Nothing was changed."));
        } else {
            store(changes);
        }
        questions.tell(tr("Next, type: voicebot chat"));
    }

    /** Asks for the key only; whether one was stored. Blocks. */
    public boolean runKey() {
        Map<String, String> changes = keyStep().run();
        if (!changes.isEmpty()) {
            store(changes);
        }
        return !changes.isEmpty();
    }

    private KeyStep keyStep() {
        return new KeyStep(assembly.settings().dashscope(), assembly.services().keyTrial(), questions, cancellation);
    }

    private void store(Map<String, String> changes) {
        Path file = SettingsLoader.fileOf(sources);
        SettingsEdit.set(file, changes);
        questions.tell(tr("Saved in %s, readable by you only: %s.", file, String.join(", ", changes.keySet())));
        Map<String, String> overridden = SettingsLoader.load(sources).effective().stream()
                .filter(setting -> !changes.getOrDefault(setting.key(), "").isEmpty())
                .filter(setting -> !setting.origin().startsWith(file.toString()))
                .collect(Collectors.toMap(EffectiveSetting::key, EffectiveSetting::source));
        overridden.forEach((key, origin) -> questions.tell(tr("%s is overridden by %s.", key, origin)));
    }
}
