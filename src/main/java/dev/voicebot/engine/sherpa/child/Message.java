package dev.voicebot.engine.sherpa.child;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the program and the process tell each other: a line of JSON, and sound behind it where there is any. */
@SuppressWarnings("ArrayRecordComponent") // read and written at once, never compared
public record Message(ObjectNode json, byte[] sound) {
    /** Opens a model; answered by {@link #READY} or {@link #FAULT}. */
    public static final String LOAD = "load";

    public static final String READY = "ready";
    /** A talk begins; {@link #SOUND} and {@link #END} follow, and the answers end with {@link #DONE}. */
    public static final String HEAR = "hear";

    public static final String SOUND = "sound";
    public static final String END = "end";
    /** One piece of sound was dealt with, so that the next may be sent. */
    public static final String TAKEN = "taken";
    /** What is being said, and a sentence that has ended. */
    public static final String PARTIAL = "partial";

    public static final String SENTENCE = "sentence";
    /** The phrase that is listened for was said. */
    public static final String FOUND = "found";
    /** A text to speak; answered by any number of {@link #SOUND} and {@link #DONE}. */
    public static final String SPEAK = "speak";

    public static final String DONE = "done";
    /** Gives up what is going on, at the next chance; answered by {@link #DONE} with a number {@link #DROPPED}. */
    public static final String DROP = "drop";

    public static final String DROPPED = "dropped";
    /** The library refused; {@code text} says what. The process ends. */
    public static final String FAULT = "fault";

    private static final String TYPE = "type";

    public static Message of(String type) {
        return new Message(JsonNodeFactory.instance.objectNode().put(TYPE, type), new byte[0]);
    }

    public Message with(String name, String value) {
        json.put(name, value);
        return this;
    }

    public Message with(String name, double value) {
        json.put(name, value);
        return this;
    }

    public Message with(String name, Map<String, String> values) {
        ObjectNode node = json.putObject(name);
        values.forEach(node::put);
        return this;
    }

    public Message with(byte[] pcm) {
        return new Message(json, pcm);
    }

    public String type() {
        return text(TYPE);
    }

    public String text(String name) {
        return json.path(name).asText();
    }

    public double number(String name) {
        return json.path(name).asDouble();
    }
}
