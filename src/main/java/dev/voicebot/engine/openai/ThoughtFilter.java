package dev.voicebot.engine.openai;

import dev.voicebot.chat.ReplyListener;

/**
 * Takes apart what a model says, thinks and leaves over of its chat template, while it is being written. A mark is only
 * a mark outside of code and where it is no word of a sentence, see {@link TextPlace}. Text that can belong to no mark
 * passes at once. One answer, one thread.
 */
final class ThoughtFilter {
    private static final int LONGEST_AUTHOR = 20; // characters

    /** Where the text is. */
    private enum State {
        REPLY,
        THOUGHT,
        /** A thought of a channel, which ends with its message. */
        CHANNEL_THOUGHT,
        /** A thought, if its end mark comes; else a part of the reply. */
        PERHAPS_THOUGHT,
        TOOL,
        AUTHOR,
        CHANNEL,
        /** The answer is over, or somebody else's words follow. */
        OVER
    }

    private final FilteredText decided;
    private final StringBuilder pending = new StringBuilder(); // undecided
    private final StringBuilder held = new StringBuilder(); // what is perhaps a thought, or a name
    private int heldMark; // characters of the mark that what is held begins with
    private State state = State.REPLY;
    private boolean openWord; // the text speaks of the first mark of a pair, so the second is a word too

    ThoughtFilter(ReplyListener listener) {
        this.decided = new FilteredText(listener);
    }

    /** The next piece of the content. */
    void add(String piece) {
        pending.append(piece);
        decide(false);
        decided.handOn();
    }

    /** The content is whole. */
    void finish() {
        decide(true);
        while (state == State.PERHAPS_THOUGHT) {
            String literal = held.toString();
            held.setLength(0);
            state = State.REPLY;
            take(literal.charAt(0));
            pending.append(literal, 1, literal.length());
            decide(true);
        }
        decided.handOn();
    }

    /** Whether something of the reply was handed on. */
    boolean hasReplied() {
        return decided.hasReplied();
    }

    private void decide(boolean whole) {
        int at = 0;
        while (at < pending.length()) {
            int decided = step(at, whole);
            if (decided == 0) {
                break;
            }
            at += decided;
        }
        pending.delete(0, at);
    }

    /** How many characters are decided, beginning at {@code at}; 0 when more must come first. */
    private int step(int at, boolean whole) {
        char c = pending.charAt(at);
        if (TemplateMark.beginsWith(c)) {
            TemplateMark mark = TemplateMark.at(pending, at);
            int end = at + mark.length();
            boolean mayChange = mark.kind() == TemplateMark.Kind.UNFINISHED || end == pending.length();
            if (mayChange && !whole) {
                return 0;
            }
            if (mark.length() > 0 && obey(mark, at, end)) {
                return mark.length();
            }
        }
        take(c);
        return 1;
    }

    private void take(char c) {
        switch (state) {
            case REPLY -> decided.say(c);
            case THOUGHT, CHANNEL_THOUGHT -> decided.think(c);
            case PERHAPS_THOUGHT -> held.append(c);
            case AUTHOR, CHANNEL -> name(c);
            case TOOL, OVER -> {}
        }
    }

    private void name(char c) {
        if (c == '\n') {
            named();
        } else if (held.length() == LONGEST_AUTHOR) { // no name at all
            String text = held.toString() + c;
            held.setLength(0);
            state = State.REPLY;
            text.chars().forEach(each -> decided.say((char) each));
        } else {
            held.append(c);
        }
    }

    private void named() {
        String name = held.toString().strip();
        held.setLength(0);
        if (state == State.CHANNEL) {
            state = name.equals("final") ? State.REPLY : State.CHANNEL_THOUGHT;
        } else {
            boolean somebodyElse = name.equals("user") || name.equals("system") || name.equals("tool");
            state = somebodyElse ? State.OVER : State.REPLY;
        }
    }

    /** Whether the text from {@code at} to {@code end} is a mark where it stands; does as it says. */
    private boolean obey(TemplateMark mark, int at, int end) {
        if (state == State.AUTHOR || state == State.CHANNEL) {
            named();
        }
        return switch (state) {
            case THOUGHT -> closes(mark, TemplateMark.Kind.THOUGHT_END);
            case TOOL -> closes(mark, TemplateMark.Kind.TOOL_END);
            case PERHAPS_THOUGHT -> closesDoubt(mark);
            case CHANNEL_THOUGHT -> turn(mark.kind());
            case OVER -> reopens(mark.kind());
            default -> inReply(mark, at, end);
        };
    }

    private boolean closes(TemplateMark mark, TemplateMark.Kind end) {
        if (mark.kind() != end) {
            return false;
        }
        state = State.REPLY;
        return true;
    }

    private boolean closesDoubt(TemplateMark mark) {
        if (!closes(mark, TemplateMark.Kind.THOUGHT_END)) {
            return false;
        }
        held.chars().skip(heldMark).forEach(each -> decided.think((char) each));
        held.setLength(0);
        return true;
    }

    private boolean reopens(TemplateMark.Kind kind) {
        if (kind == TemplateMark.Kind.MESSAGE || kind == TemplateMark.Kind.ASSISTANT) {
            turn(kind);
        }
        return true;
    }

    private boolean inReply(TemplateMark mark, int at, int end) {
        char next = end < pending.length() ? pending.charAt(end) : '\n';
        boolean opens = mark.kind() == TemplateMark.Kind.THOUGHT;
        boolean endsWord = openWord && mark.kind() == TemplateMark.Kind.THOUGHT_END;
        TextPlace.Reading reading = decided.place().reading(next, opens);
        if (endsWord || reading == TextPlace.Reading.WORD) {
            openWord = opens;
            return false;
        }
        decided.clear();
        if (reading == TextPlace.Reading.DOUBTFUL) {
            state = State.PERHAPS_THOUGHT;
            held.append(pending, at, end);
            heldMark = mark.length();
            return true;
        }
        return turn(mark.kind());
    }

    private boolean turn(TemplateMark.Kind kind) {
        switch (kind) {
            case THOUGHT -> state = State.THOUGHT;
            case TOOL -> state = State.TOOL;
            case MESSAGE -> state = State.AUTHOR;
            case CHANNEL -> state = State.CHANNEL;
            case ASSISTANT -> state = State.REPLY;
            case END -> state = State.OVER;
            case THOUGHT_END -> decided.unsay();
            default -> {}
        }
        return true;
    }
}
