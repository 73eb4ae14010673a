package dev.voicebot.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnEndTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the time?",
                "Tell me a tale.",
                "Stop!",
                "今天天气怎么样？",
                "给我讲个故事。",
                "That is all I need.",
                "You may go where I want.",
                "现在几点",
                "你会唱歌吗",
                "My number is 138 1234 5678."
            })
    void aWholeSentenceOrQuestionIsFinished(String words) {
        assertThat(TurnEnd.of(words)).isEqualTo(TurnEnd.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would like a cup of tea and",
                "I would like a cup of tea, and.",
                "And so, my fellow Americans,",
                "I stayed because",
                "My number is 138",
                "I want to go to the",
                "um",
                "I would like",
                "Well, I want.",
                "could you",
                "I like fruit such as",
                "我想订一张去北京的票，然后",
                "我想要那个",
                "因为。",
                "我的电话是138",
                "请问"
            })
    void whatAsksForMoreIsUnfinished(String words) {
        assertThat(TurnEnd.of(words)).isEqualTo(TurnEnd.UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tell me a tale", "what are you looking for", "讲个故事", "yes"})
    void elseItMayBeEither(String words) {
        assertThat(TurnEnd.of(words)).isEqualTo(TurnEnd.OPEN);
    }
}
