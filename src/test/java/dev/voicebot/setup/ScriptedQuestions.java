package dev.voicebot.setup;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.terminal.Questions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers in turn; after the last one the user presses Ctrl-C. */
final class ScriptedQuestions implements Questions {
    private final Deque<String> answers;
    private final List<String> shown = new ArrayList<>();

    ScriptedQuestions(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /** All that the screen would show: questions, lines and what was typed where it can be seen. */
    String shown() {
        return String.join("\n", shown);
    }

    @Override
    public String ask(String question) {
        String answer = askHidden(question);
        shown.add(answer);
        return answer;
    }

    @Override
    public String askHidden(String question) {
        shown.add(question);
        if (answers.isEmpty()) {
            throw AssistantException.interrupted();
        }
        return answers.pop();
    }

    @Override
    public void tell(String line) {
        shown.add(line);
    }
}
