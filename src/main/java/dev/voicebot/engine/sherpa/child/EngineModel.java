package dev.voicebot.engine.sherpa.child;

import dev.voicebot.localmodels.LocalModel.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process is to load.
 *
 * @param files absolute paths by the roles that {@link Kind} has
 * @param language the code of what is spoken; empty where the model is to find out
 * @param phrases what a model of wake words listens for, a line of its tokens for each; what a transducer is to expect,
 *     a line for each; else empty
 * @param threads how many the library may use
 */
public record EngineModel(Kind kind, Map<String, String> files, String language, String phrases, int threads) {
    public EngineModel {
        files = Map.copyOf(files);
    }

    String file(String role) {
        return files.getOrDefault(role, "");
    }

    public Message load(String library) {
        return Message.of(Message.LOAD)
                .with("library", library)
                .with("kind", kind.name())
                .with("files", files)
                .with("language", language)
                .with("phrases", phrases)
                .with("threads", threads);
    }

    static EngineModel of(Message load) {
        Map<String, String> files = new HashMap<>();
        load.json()
                .path("files")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asText()));
        return new EngineModel(
                Kind.valueOf(load.text("kind")), files, load.text("language"), load.text("phrases"), (int)
                        load.number("threads"));
    }
}
