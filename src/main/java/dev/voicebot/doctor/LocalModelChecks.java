package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import java.util.List;
import java.util.stream.Collectors;

/** The models that run on this machine, and the engine for most of them. */
public final class LocalModelChecks {
    private LocalModelChecks() {}

    public static List<Check> of(ModelStore store) {
        return List.of(
                Check.useful("local engine", cancellation -> engine(store)),
                Check.useful("local models", cancellation -> models(store)));
    }

    private static Diagnosis engine(ModelStore store) {
        return Diagnosis.ok(store.all().stream()
                .filter(LocalModelChecks::isEngine)
                .findFirst()
                .map(engine -> engine.name() + " in " + engine.folder())
                .orElse("not downloaded (comes with a model)"));
    }

    private static Diagnosis models(ModelStore store) {
        List<String> here = store.all().stream().map(LocalModel::name).toList();
        List<String> damaged =
                store.names().stream().filter(name -> !here.contains(name)).toList();
        if (!damaged.isEmpty()) {
            return Diagnosis.warning(
                    tr("damaged: %s. Run: voicebot models pull %s", String.join(", ", damaged), damaged.get(0)));
        }
        String models = store.all().stream()
                .filter(model -> !isEngine(model))
                .map(LocalModel::name)
                .collect(Collectors.joining(", "));
        return Diagnosis.ok(models.isEmpty() ? tr("none; 'voicebot models list' shows what there is") : models);
    }

    private static boolean isEngine(LocalModel model) {
        return model.kind() == LocalModel.Kind.ENGINE;
    }
}
