package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Theme;
import dev.voicebot.terminal.TextStyles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For screen readers: everything is a line of its own, in its order, and nothing is ever drawn anew. */
public final class PlainDisplay extends ChatDisplay {
    private final ChatLine line;
    // guarded by the line's lock
    private Optional<String> told = ChatState.Still.IDLE.aloud();
    private int queued;
    private final StringBuilder thoughts = new StringBuilder();

    public PlainDisplay(ChatLine line) {
        super(line, new TextStyles(Theme.NONE), Duration.ZERO);
        this.line = line;
    }

    /** What was typed stands there already. */
    @Override
    public void question(String text) {
        line.mustBeHeld();
        if (!text.equals(line.lastTyped())) {
            plain(tr("you: %s", text));
        }
    }

    @Override
    ReplyText text(boolean spoken) {
        return RenderedText.audible(new TextStyles(Theme.NONE));
    }

    @Override
    public void plain(String text) {
        super.plain(words(text));
    }

    @Override
    public void dim(String text) {
        super.dim(words(text));
    }

    @Override
    public void notice(String text) {
        super.notice(words(text));
    }

    @Override
    public void entry(String name, String meaning) {
        plain(name.isEmpty() ? meaning : tr("%s: %s", name, meaning));
    }

    /** All of them: there is no Tab. */
    @Override
    public int mostListed() {
        return Integer.MAX_VALUE;
    }

    @Override
    void mark(String words) {
        plain(words);
    }

    @Override
    void askYesNo(String question) {
        plain(tr("%s Type y or n; Enter alone means yes.", question));
    }

    /** Signs between the parts of a row are pauses. */
    private static String words(String text) {
        return text.replaceAll(" +· +", tr(", ")).replaceAll("(?<=[0-9])×", tr(" times"));
    }

    /** The state in words, once; how long it lasts and how loud it is are no words. */
    @Override
    public void state(ChatState now) {
        line.mustBeHeld();
        super.state(now);
        tellState();
    }

    @Override
    public void idle(ChatState now) {
        line.mustBeHeld();
        super.idle(now);
        tellState();
    }

    @Override
    String shownState() {
        return "";
    }

    private void tellState() {
        Optional<String> words = current().aloud();
        if (words.isPresent() && !words.equals(told)) {
            told = words;
            plain(words.get());
        }
    }

    /** A line at a time. */
    @Override
    void thought(String text) {
        line.mustBeHeld();
        thoughts.append(text);
        for (int end = thoughts.indexOf("\n"); end >= 0; end = thoughts.indexOf("\n")) {
            tellThought(thoughts.substring(0, end));
            thoughts.delete(0, end + 1);
        }
    }

    @Override
    void endThoughts() {
        line.mustBeHeld();
        tellThought(thoughts.toString());
        thoughts.setLength(0);
    }

    private void tellThought(String line) {
        if (!line.isBlank()) {
            plain(tr("thought: %s", line.strip()));
        }
    }

    @Override
    void queued(List<String> questions) {
        line.mustBeHeld();
        if (questions.size() > queued) {
            plain(tr("queued: %s", questions.get(questions.size() - 1)));
        }
        queued = questions.size();
    }

    @Override
    public void refresh() {
        line.mustBeHeld();
        boolean grows = current() instanceof ChatState.Recording || current() == ChatState.Still.RECOGNIZING;
        if (!line.text().isBlank() && !grows) {
            plain(tr("Enter sends: %s", line.text()));
        }
    }
}
