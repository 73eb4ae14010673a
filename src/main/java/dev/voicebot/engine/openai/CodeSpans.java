package dev.voicebot.engine.openai;

/** Follows a growing Markdown text, to know whether it stands in code: a fenced block, or backticks in a line. */
final class CodeSpans {
    private static final int SHORTEST_FENCE = 3;

    private char fence; // of the open block; 0 without one
    private int fenceLength;
    private int inline; // backticks that opened code in this line; 0 without one
    private char runOf;
    private int run; // equal backticks or tildes up to here
    private boolean runBeganLine;
    private boolean lineBlank = true;

    void read(char c) {
        if (c == '`' || c == '~') {
            if (c != runOf) {
                endRun();
                runOf = c;
                runBeganLine = lineBlank;
            }
            run++;
            lineBlank = false;
            return;
        }
        endRun();
        if (c == '\n') {
            inline = 0; // a stray backtick means nothing beyond its line
            lineBlank = true;
        } else if (!Character.isWhitespace(c)) {
            lineBlank = false;
        }
    }

    /** Whether the next character is code. */
    boolean isInside() {
        endRun();
        return fence != 0 || inline > 0;
    }

    private void endRun() {
        if (fence != 0) {
            if (runBeganLine && runOf == fence && run >= fenceLength) {
                fence = 0;
            }
        } else if (runBeganLine && run >= SHORTEST_FENCE) {
            fence = runOf;
            fenceLength = run;
        } else if (runOf == '`' && run > 0) {
            inline = inline == 0 ? run : inline == run ? 0 : inline;
        }
        runOf = 0;
        run = 0;
        runBeganLine = false;
    }
}
