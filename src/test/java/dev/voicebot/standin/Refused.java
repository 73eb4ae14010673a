package dev.voicebot.standin;

import java.util.List;
import java.util.Optional;

/** Why the service does not start a task. */
record Refused(String code, String message) {
    static Optional<Refused> of(ReceivedSpeech task, List<ServedModel> models) {
        Optional<ServedModel> model =
                Region.find(models, task.model()).filter(known -> known.hears() == task.isRecognition());
        if (model.isEmpty()) {
            return Optional.of(new Refused("ModelNotFound", "Model not found (" + task.model() + ")!"));
        }
        String voice = task.parameters().path("voice").asText();
        if (!task.isRecognition() && !voice.isEmpty() && !model.get().speaksAs(voice)) {
            return Optional.of(new Refused("InvalidParameter", "[cosyvoice:]Engine return error code: 418"));
        }
        return task.isRecognition()
                ? Family.complaint(task).map(complaint -> new Refused("InvalidParameter", complaint))
                : Optional.empty();
    }
}
