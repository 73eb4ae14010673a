package dev.voicebot.repl;

import java.time.Duration;
import java.util.List;

/** For screen readers: everything is a line of its own, in its order, and nothing is ever drawn anew. */
final class PlainBoard extends Board {
    private static final String RECORDING = "●";
    private static final String HEARING = "● hearing";
    private static final String READY = "ready";
    private static final String OPENING = "microphone";
    private static final String LISTENING = "listening";
    private static final String RECOGNIZING = "recognizing";
    private static final String THINKING = "thinking";
    private static final String WRITING = "writing";

    private final ChatLine line;
    // guarded by the line's lock
    private String told = READY;
    private String last = "";
    private String idle = "";
    private int queued;
    private final StringBuilder thoughts = new StringBuilder();

    PlainBoard(ChatLine line) {
        super(line, new Look(Palette.NONE), Duration.ZERO);
        this.line = line;
    }

    /** What was typed stands there already. */
    @Override
    void question(String text) {
        if (!text.equals(line.lastTyped())) {
            plain("you: " + text);
        }
    }

    @Override
    ReplyText text(boolean spoken) {
        return new RawText();
    }

    /** The state in words, once; how long it lasts and how loud it is are no words. */
    @Override
    void state(String words) {
        last = words;
        if (words.startsWith(WRITING)) { // what is written is read out
            return;
        }
        String state = spoken(words);
        if (!state.equals(told) && !state.equals(OPENING)) {
            told = state;
            plain(state);
        }
    }

    private String spoken(String words) {
        if (words.startsWith(HEARING)) {
            return "hearing";
        }
        if (words.startsWith(RECORDING)) {
            return LISTENING;
        }
        if (words.startsWith(THINKING)) {
            return THINKING;
        }
        String state = words.isEmpty() ? idle : words;
        return state.isEmpty() ? READY : state.replace("…", "").strip();
    }

    @Override
    void idle(String words) {
        idle = words;
        if (last.isEmpty()) {
            state("");
        }
    }

    /** A line at a time. */
    @Override
    void thought(String text) {
        thoughts.append(text);
        for (int end = thoughts.indexOf("\n"); end >= 0; end = thoughts.indexOf("\n")) {
            tellThought(thoughts.substring(0, end));
            thoughts.delete(0, end + 1);
        }
    }

    @Override
    void endThoughts() {
        tellThought(thoughts.toString());
        thoughts.setLength(0);
    }

    private void tellThought(String line) {
        if (!line.isBlank()) {
            plain("thought: " + line.strip());
        }
    }

    @Override
    void queued(List<String> questions) {
        if (questions.size() > queued) {
            plain("queued: " + questions.get(questions.size() - 1));
        }
        queued = questions.size();
    }

    @Override
    void refresh() {
        if (!line.text().isBlank() && !last.startsWith(RECORDING) && !told.equals(RECOGNIZING)) {
            plain("Enter sends: " + line.text());
        }
    }
}
