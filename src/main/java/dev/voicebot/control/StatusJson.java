package dev.voicebot.control;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A chat's status in text; {@code docs/control.md} says what the fields mean. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(Status status) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("pid", status.pid());
        object.put("state", status.state());
        object.put("session", status.session());
        object.put("engines", status.engines());
        return object.toString();
    }

    /** For a person. */
    public static String row(Status status) {
        String session = status.session().isEmpty() ? "" : " · " + tr("session %s", status.session());
        return status.state() + session + " · " + status.engines() + " · " + tr("process %s", status.pid());
    }
}
