package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.ReplyListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThoughtFilterTest {
    static Stream<Arguments> contents() {
        return Stream.of(
                // thoughts at the beginning
                of("<think>plan</think>Hello.", "Hello.", "plan"),
                of("<think>\nplan\n</think>\n\nHello.", "Hello.", "\nplan\n"),
                of("\n<thinking>plan</thinking> Hello.", "\nHello.", "plan"),
                of("<THOUGHT>plan</Thought>Hello.", "Hello.", "plan"),
                of("<think></think>\n\nHello.", "Hello.", ""),
                of("<think> is what I do</think>Hello.", "Hello.", " is what I do"),
                of("[THINK]plan[/THINK]Hello.", "Hello.", "plan"),
                of("◁think▷plan◁/think▷Hello.", "Hello.", "plan"),
                of("<seed:think>plan</seed:think>Hello.", "Hello.", "plan"),
                of("<|begin_of_thought|>plan<|end_of_thought|>Hello.", "Hello.", "plan"),
                of("<|START_THINKING|>plan<|END_THINKING|>Hello.", "Hello.", "plan"),
                of("<think>one</think><think>two</think>Hello.", "Hello.", "onetwo"),
                of("<think>a < b <b>x</b> 🙂</think>4 < 5", "4 < 5", "a < b <b>x</b> 🙂"),
                // never closed
                of("<think>still planning", "", "still planning"),
                of("<think>still planning </thi", "", "still planning </thi"),
                of("Hello.\n<think>more", "Hello.\n", "more"),
                of("Hello.<think>more", "Hello.", "more"),
                of("Hello.\n<tool_call>{\"name\":", "Hello.\n", ""),
                // in the middle
                of("Hello. <think>hm</think>Bye.", "Hello. Bye.", "hm"),
                of("Hi <think>secret</think>there", "Hi there", "secret"),
                of("Hi<think> a secret </think>there", "Hithere", " a secret "),
                of("One.\n\n<thinking>\nhm\n</thinking>\n\nTwo.", "One.\n\n\n\nTwo.", "\nhm\n"),
                of("好的。<think>用户想</think>你好", "好的。你好", "用户想"),
                // words about them
                of("Use the `<think>` tag and `</think>`.", "Use the `<think>` tag and `</think>`.", ""),
                of("Use the <think> tag, not </think> alone.", "Use the <think> tag, not </think> alone.", ""),
                of("Put it (<think>) in \"<think>\".", "Put it (<think>) in \"<think>\".", ""),
                of("wrap it in <think>…</think> tags", "wrap it in <think>…</think> tags", ""),
                of("In XML <thinking.", "In XML <thinking.", ""),
                of("It ends <think", "It ends <think", ""),
                of("Use <think>plain", "Use <think>plain", ""),
                of("使用<think>标签来思考。", "使用<think>标签来思考。", ""),
                of("标记<|im_end|>表示结束。", "标记<|im_end|>表示结束。", ""),
                of("```xml\n<think>\nhm\n</think>\n```\nDone.", "```xml\n<think>\nhm\n</think>\n```\nDone.", ""),
                of("~~~~\n```\n<think>\n~~~~\nDone.", "~~~~\n```\n<think>\n~~~~\nDone.", ""),
                of("``a ` <think> b`` c", "``a ` <think> b`` c", ""),
                of("Between <think> and </think>, or after </think>", "Between <think> and </think>, or after ", ""),
                of("  <think>**Plan**</think>Hello. <think>**More**</think>Bye.", "  Hello. Bye.", "**Plan****More**"),
                of("Code:\n\n    <think>\n\ndone", "Code:\n\n    <think>\n\ndone", ""),
                of("The token <|im_end|> ends it.", "The token <|im_end|> ends it.", ""),
                of("a stray ` here\n<think>hm</think>Bye", "a stray ` here\nBye", "hm"),
                of("`code` then.<think>hm</think> Bye", "`code` then. Bye", "hm"),
                of("a <b>bold</b> word, a <|> b, x[1], [THI", "a <b>bold</b> word, a <|> b, x[1], [THI", ""),
                // what is left of a template
                of("<|im_start|>assistant\nHello.<|im_end|>", "Hello.", ""),
                of("Hello.<|im_end|>\n<|im_start|>user\nAnd you?", "Hello.", ""),
                of("<|im_end|>\n<|im_start|>assistant\nHello.", "Hello.", ""),
                of("Hello<|endoftext|>Human: and you", "Hello", ""),
                of("<|start_header_id|>assistant<|end_header_id|>\n\nHello.<|eot_id|>", "Hello.", ""),
                of("<start_of_turn>model\nHello.<end_of_turn>", "Hello.", ""),
                of("<｜Assistant｜>Hello.<｜end▁of▁sentence｜>", "Hello.", ""),
                of("<|im_start|>a name that is far too long", "a name that is far too long", ""),
                of("<tool_call>\n{\"name\": \"x\"}\n</tool_call>\nHello.", "Hello.", ""),
                of("Wait.\n<|tool_call_begin|>x<|tool_call_end|>\nHello.", "Wait.\n\nHello.", ""),
                of(
                        "<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Hello.",
                        "Hello.",
                        "plan"),
                // characters
                of("🙂 <think>🙂</think>é🙂", "🙂 é🙂", "🙂"),
                of("half \ud83d gone \ude42", "half  gone ", ""));
    }

    private static Arguments of(String content, String reply, String thought) {
        return Arguments.of(content, reply, thought);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aReplyIsWithoutThoughtsAndTemplateMarksHoweverItIsCut(String content, String reply, String thought) {
        assertThat(taken(content)).isEqualTo(new Taken(reply, thought));
        assertThat(taken(content.split("(?<=.)"))).as("one by one").isEqualTo(new Taken(reply, thought));
        for (int i = 0; i <= content.length(); i++) {
            for (int j = i; j <= content.length(); j++) {
                Taken cut = taken(content.substring(0, i), content.substring(i, j), content.substring(j));
                assertThat(cut).as("cut at %s and %s", i, j).isEqualTo(new Taken(reply, thought));
            }
        }
    }

    @Test
    void aThoughtThatBeganInThePromptIsNoReplyAsFarAsItWasNotHandedOn() {
        assertThat(taken("plan\n</think>\n\nHello.")).isEqualTo(new Taken("Hello.", "plan\n"));
        assertThat(taken("plan ", "more\n</think>\n\nHello.")).isEqualTo(new Taken("plan more\n\n\nHello.", ""));
    }

    @Test
    void textThatCanBelongToNoMarkPassesAtOnce() {
        List<String> tokens = new ArrayList<>();
        ThoughtFilter filter = new ThoughtFilter(tokens::add);

        for (String piece : List.of("Hel", "lo ", "<b", ">x", "</b", "> 1 <", " 2")) {
            filter.add(piece);
        }

        assertThat(tokens).containsExactly("Hel", "lo ", "<b", ">x", "</b", "> 1 ", "< 2");
    }

    private record Taken(String reply, String thought) {}

    private static Taken taken(String... pieces) {
        StringBuilder reply = new StringBuilder();
        StringBuilder thought = new StringBuilder();
        ThoughtFilter filter = new ThoughtFilter(new ReplyListener() {
            @Override
            public void token(String text) {
                assertThat(text).isNotEmpty();
                reply.append(text);
            }

            @Override
            public void thought(String text) {
                thought.append(text);
            }
        });
        Stream.of(pieces).forEach(filter::add);
        filter.finish();
        return new Taken(reply.toString(), thought.toString());
    }
}
