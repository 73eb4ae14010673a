package dev.voicebot.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatModelContract;
import dev.voicebot.engine.guide.GuideTopics.Session;
import dev.voicebot.engine.guide.GuideTopics.Setting;
import dev.voicebot.language.EastAsian;
import dev.voicebot.outcome.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideModelTest extends ChatModelContract {
    /** A Saturday; 15:07 in Shanghai. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-17T07:07:00Z"), ZoneId.of("Asia/Shanghai"));

    private final GuideModel guide = new GuideModel(topics(), CLOCK, Duration.ZERO);

    @Override
    protected ChatModel model() {
        return new GuideModel(topics(), CLOCK);
    }

    @Override
    protected ChatModel modelThatStallsAfterTheFirstToken() {
        return new GuideModel(topics(), CLOCK, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what time is it?",
                "What's the time",
                "Hello, can you tell me what time it is? What is the time?"
            })
    void itTellsTheTime(String question) {
        assertThat(ask(question)).isEqualTo("It is 3:07 PM.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what day is it",
                "What's the date?",
                "what is today's date",
                "what is the date today",
                "Which day is it today?"
            })
    void itTellsTheDate(String question) {
        assertThat(ask(question)).isEqualTo("Today is Saturday, 17 October 2026.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what day is tomorrow? | Tomorrow is Sunday, 18 October 2026.",
                "what day was it yesterday? | Yesterday was Friday, 16 October 2026.",
                "现在几点？ | 现在是15点07分。",
                "现在是什么时间 | 现在是15点07分。",
                "今天星期几 | 今天是2026年10月17日，星期六。",
                "今天几号？ | 今天是2026年10月17日，星期六。",
                "明天星期几 | 明天是2026年10月18日，星期日。",
                "what year is it | Today is Saturday, 17 October 2026.",
                "后天是几号 | 后天是2026年10月19日，星期一。",
                "what time is it in Tokyo? | I only know this machine's clock. Here it is 3:07 PM.",
            })
    void itTellsTheTimeOfOtherDaysAndInChinese(String question, String answer) {
        assertThat(ask(question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is 12 * (3 + 4)? | That is 84.",
                "What's 2+2 | That is 4.",
                "1 + 1 = | That is 2.",
                "please calculate 10 - 4 - 3. | That is 3.",
                "2^3^2 | That is 512.",
                "-2^2 | That is -4.",
                "2 * -3 | That is -6.",
                "0.1 + 0.2 | That is 0.3.",
                "1/8 | That is 0.125.",
                "10 / 3 | That is about 3.333333333.",
                "2/3*3 | That is about 2.",
                "10 % 3 | That is 1.",
                "what is 15% of 80? | That is 12.",
                "15 percent of 80 | That is 12.",
                "50% | That is 0.5.",
                "1,000 + 5 | That is 1005.",
                "7 times 6 | That is 42.",
                "what is 3 x 4 | That is 12.",
                "100 divided by 4 | That is 25.",
                "three plus four | That is 7.",
                "How much is twenty-one times two? | That is 42.",
                "what is two hundred and five minus five | That is 200.",
                "9 squared | That is 81.",
                "2 to the power of 10 | That is 1024.",
                "2^100 | That is 1267650600228229401496703205376.",
                "2^0.5 | That is about 1.414213562.",
                "2^-2 | That is 0.25.",
                "12乘以3 | 等于36。",
                "3加4等于多少 | 等于7。",
                "三加四等于几？ | 等于7。",
                "十二乘以（三加四）是多少 | 等于84。",
                "一百零五减五 | 等于100。",
                "80的15%是多少 | 等于12。",
                "百分之十五的80 | 等于12。",
                "四分之三加一 | 等于1.75。",
                "what is 1/4 of 8 | That is 2.",
                "请问10除以3等于多少？ | 大约等于3.333333333。",
                "帮我算一下 3×4 等于几 | 等于12。",
                "算一下二的十次方 | 等于1024。",
            })
    void itWorksOutSums(String question, String answer) {
        assertThat(ask(question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 / 0 | zero",
                "5 % (2 - 2) | zero",
                "0^-1 | zero",
                "5除以0 | 零不能作除数",
                "9^9^9 | too many digits",
                "9999999999^999 | too many digits",
                "(-8)^0.5 | no real solution",
                "12 * (3 + 4 | cannot read the calculation",
                "12 * (3 + ) | cannot read the calculation",
                "1.2.3 + 4 | cannot read the calculation",
                "3 4 + 5 | cannot read the calculation",
                "3加 | 看不懂",
            })
    void aSumWithoutAnAnswerIsSaidPlainly(String question, String part) {
        assertThat(ask(question)).contains(part);
    }

    @Test
    void theLongestSumMayBeAsDeepAsItIsLong() {
        String deep = "(".repeat(90) + "1+1" + ")".repeat(90);

        assertThat(ask(deep)).isEqualTo("That is 2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "1+", "one ", "？", "= ", "请", "how do i ", "a", "hello, ", "你好，"})
    void aQuestionOfAnyLengthEndsWell(String part) {
        assertThat(ask(part.repeat(50_000))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-17", "-", "42", "one", "I love you 3000", "one moment please", "over and out"})
    void whatOnlyLooksLikeASumIsNone(String question) {
        assertThat(ask(question)).contains("not a language model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repeat after me: the sea is blue | the sea is blue",
                "Repeat after me, \"the sea is blue\" | the sea is blue",
                "Say good morning to everyone. | good morning to everyone.",
                "please say: 1 + 1 | 1 + 1",
                "跟我说：你好，世界 | 你好，世界",
                "跟我说你好 | 你好",
                "重复：一二三 | 一二三",
                "重复我说的话：好 | 好",
                "请重复一下“上海” | 上海",
            })
    void itRepeatsAfterTheUser(String question, String answer) {
        assertThat(ask(question)).isEqualTo(answer);
    }

    @Test
    void askedAgainItSaysItsLastAnswerAgain() {
        List<ChatMessage> messages = List.of(
                ChatMessage.user("2 + 2"), ChatMessage.assistant("That is 4."), ChatMessage.user("Say that again?"));

        assertThat(answer(guide, messages)).isEqualTo("That is 4.");
        assertThat(ask("再说一遍")).isEqualTo("我还什么都没说呢。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | Hello!",
                "Hi there! | Hello!",
                "good morning | Hello!",
                "How are you? | only a program",
                "thanks a lot | welcome",
                "bye | /quit",
                "你好！ | 你好！",
                "谢谢你 | 不客气",
                "再见 | /quit",
            })
    void itHasManners(String question, String part) {
        assertThat(ask(question)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi, what time is it? | It is 3:07 PM.",
                "Good morning! What's the date? | Today is Saturday, 17 October 2026.",
                "Hello! what's 3*4? | That is 12.",
                "hey there: 3*4 | That is 12.",
                "Hello, please repeat after me: the sea is blue | the sea is blue",
                "Hi. Say good morning | good morning",
                "Hello hello, voicebot, stop | Ctrl-C stops only the current reply.",
                "Hi there! How do I make it slower? | The setting synthesis.rate",
                "Hello, thanks! | You are welcome.",
                "你好，现在几点？ | 现在是15点07分。",
                "你好，请问现在几点了？ | 现在是15点07分。",
                "你好现在几点 | 现在是15点07分。",
                "谢谢，现在几点了？ | 现在是15点07分。",
                "早上好！今天几号？ | 今天是2026年10月17日，星期六。",
                "您好，3加4等于多少？ | 等于7。",
                "嗨，帮我算一下3×4 | 等于12。",
                "你好啊，跟我说：上海 | 上海",
                "喂，请重复一下“上海” | 上海",
                "你好, what time is it? | It is 3:07 PM.",
            })
    void aRequestBehindAGreetingIsAnswered(String question, String part) {
        assertThat(ask(question)).contains(part).doesNotContain("guide").doesNotContain("向导");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello again!", "hi voicebot!", "Hello, hello?", "hey you", "Good evening, everyone."})
    void aGreetingAloneIsGreeted(String greeting) {
        List<ChatMessage> messages =
                List.of(ChatMessage.user("2 + 2"), ChatMessage.assistant("That is 4."), ChatMessage.user(greeting));

        assertThat(answer(guide, messages)).startsWith("Hello!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "你好，voicebot", "喂？", "早上好呀！", "你好，你好"})
    void aChineseGreetingAloneIsGreeted(String greeting) {
        assertThat(ask(greeting)).startsWith("你好！");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is voicebot? | voice assistant for the terminal",
                "who are you | not a language model",
                "Are you an AI? | not a language model",
                "how does this work? | voicebot's commands",
                "which languages do you speak? | English and Chinese",
                "你会说英语吗 | 中文和英文",
                "How do I make it slower? | synthesis.rate",
                "How do I choose another voice? | synthesis.voice",
                "怎么让声音慢一点？ | synthesis.rate",
                "stop | Ctrl-C",
                "how do I set my key? | DASHSCOPE_API_KEY",
                "where do I put the API key | config.toml",
                "how can I talk to you? | press Ctrl-Space",
                "which key do I press to talk? | press Ctrl-Space",
                "where are my recordings? | /home/me/output_wavs",
                "Where do you save the audio? | voicebot replay",
                "how do I quit? | Ctrl-D",
                "which engines are in use? | speech: espeak-ng",
                "what can you do? | chat, listen, speak, replay",
                "help | chat, listen, speak, replay",
                "how do I get a real model? | Ollama",
                "how do I configure Ollama | Ollama",
                "what does listen do? | prints what you say",
                "What does voicebot speak do? | speaks a text",
                "tell me about the replay command | replay --help",
                "what does synthesis.rate do? | Its default is 1.0.",
                "how do I change the voice? | VOICEBOT_SYNTHESIS_VOICE",
                "what is the chat temperature? | The setting chat.temperature",
                "dashscope.websocket_url | The setting dashscope.websocket_url",
                "which model setting is there? | There is also recognition.model",
                "where are the settings? | config.example.toml",
                "voicebot是什么 | 终端里的语音助手",
                "你是谁？ | 不是语言模型",
                "怎么设置密钥？ | DASHSCOPE_API_KEY",
                "怎么和你说话 | Ctrl-Space",
                "录音在哪里 | /home/me/output_wavs",
                "怎么退出 | /quit",
                "你能做什么？ | chat、listen、speak、replay",
                "有哪些命令 | chat、listen、speak、replay",
                "怎么用大模型 | Ollama",
                "listen 命令是做什么的 | listen --help",
                "怎么改语速？ | synthesis.rate",
                "synthesis.voice 是什么 | longxiaochun_v2",
            })
    void itExplainsVoicebot(String question, String part) {
        assertThat(ask(question)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "如何离线 | models pull sensevoice",
                "没有网络能用吗 | --profile offline",
                "断网了怎么办 | Ollama",
                "can I use it offline? | models pull kokoro",
                "what if there is no internet | --profile offline",
                "换模型 | /model",
                "怎么切换模型 | chat.model",
                "how do I switch the model? | /model",
                "怎么换一个声音 | /voice",
                "可以换成女声吗 | /voice",
                "说话太快了 | synthesis.rate",
                "you speak too fast | synthesis.rate",
                "声音太小 | synthesis.volume",
                "怎么切换成英文界面 | ui.language",
                "how do I change the language of the interface? | ui.language",
                "怎么用免提 | /handsfree",
                "不按键可以说话吗 | --hands-free",
                "how do I go hands-free? | /handsfree",
                "唤醒词怎么设置 | handsfree.wake_word",
                "is there a wake word? | models pull wake",
                "历史记录在哪里 | voicebot sessions",
                "怎么继续上次的对话 | --continue",
                "how do I continue my last conversation? | --continue",
                "where is my history? | voicebot sessions",
                "花了多少钱 | /usage",
                "how much did it cost? | voicebot usage",
                "怎么安装 | scripts/install",
                "怎么卸载 | lib/voicebot/uninstall",
                "how do I uninstall it? | lib/voicebot/uninstall",
                "我的隐私安全吗 | --no-save",
                "what about my privacy? | --profile private",
                "怎么朗读文件 | speak -f",
                "read a file aloud | speak -f",
                "怎么把录音转成文字 | voicebot listen",
                "how do I make subtitles? | --format srt",
                "喇叭没反应 | audio.output_device",
                "话筒坏了 | audio.input_device",
                "麦克风用不了 | models pull sensevoice",
            })
    void itExplainsHowToDoThings(String question, String part) {
        String answer = ask(question);

        assertThat(answer).contains(part);
        assertThat(EastAsian.hasHan(answer)).isEqualTo(EastAsian.hasHan(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一斤苹果多少钱", "which car model is the best?", "who invented the loud speaker?"})
    void whatOnlySoundsLikeAQuestionAboutVoicebotIsNotExplained(String question) {
        assertThat(ask(question)).containsAnyOf("not a language model", "不是语言模型");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who won the world cup in 1998?",
                "what is the rate of unemployment in France?",
                "What is the key to happiness?",
                "tell me a joke",
                "what day is Christmas?",
                "what time does the shop open?",
                "repeat after me",
                "Write a poem about the sea"
            })
    void whatItCannotAnswerItSaysItCannotAndWhatWould(String question) {
        assertThat(ask(question))
                .contains("not a language model")
                .contains("\"" + question + "\"")
                .contains("DASHSCOPE_API_KEY")
                .contains("Ollama");
    }

    @Test
    void honestyAlsoSpeaksChinese() {
        assertThat(ask("会议几点开始")).contains("不是语言模型");
        assertThat(ask("圣诞节是星期几")).contains("不是语言模型");
        assertThat(ask("谁赢了世界杯？")).contains("不是语言模型").contains("“谁赢了世界杯？”").contains("Ollama");
    }

    @Test
    void aLongQuestionIsQuotedInPart() {
        assertThat(ask("why ".repeat(100))).contains("why why").contains("…").hasSizeLessThan(400);
    }

    @Test
    void anEmptyQuestionGetsAnAnswerToo() {
        assertThat(ask(" ")).contains("not hear any words");
    }

    @Test
    void chineseComesAFewCharactersAtATimeAndWordsWhole() {
        List<String> tokens = new ArrayList<>();

        guide.reply(List.of(ChatMessage.user("跟我说：今天天气很好，let us go  out。")), tokens::add, new Cancellation());

        assertThat(tokens).containsExactly("今天天", "气很好，", "let", " us", " go", "  out。");
    }

    @Test
    void answersAreShortSentences() {
        for (String question : List.of("hello", "help", "who are you", "set my key", "a riddle", "怎么说话", "你好", "帮助")) {
            assertThat(ask(question).split("[.!?。！？](\\s|$)|[。！？]"))
                    .as(question)
                    .hasSizeLessThanOrEqualTo(4)
                    .allSatisfy(sentence -> assertThat(sentence.length()).isLessThan(160));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "怎么设置 key？ | DASHSCOPE_API_KEY",
                "没有key怎么办 | DASHSCOPE_API_KEY",
                "为什么没有声音？ | audio.output_device",
                "听不到你说话 | audio.output_device",
                "没有麦克风怎么办 | audio.input_device",
                "你怎么听不到我 | audio.input_device",
                "为什么没有模型？ | Ollama",
                "你为什么不会回答？ | Ollama",
                "why is there no sound? | audio.output_device",
                "I can't hear anything | audio.output_device",
                "there is no microphone | audio.input_device",
                "you don't hear me | audio.input_device",
                "why is there no key? | DASHSCOPE_API_KEY",
                "why can't you answer? | Ollama",
            })
    void itKnowsWhyNothingIsHeardOrAnswered(String question, String name) {
        assertThat(ask(question)).contains(name);
    }

    @Test
    void aSettingIsExplainedInTheLanguageOfTheQuestion() {
        GuideModel model = new GuideModel(
                new GuideTopics(
                        Map.of(),
                        List.of(new Setting("synthesis.pitch", "Pitch; 1 is normal.", "1.0")),
                        List::of,
                        new Session("F2", "/home/me/output_wavs")),
                Clock.systemUTC(),
                Duration.ZERO);

        assertThat(answer(model, List.of(ChatMessage.user("synthesis.pitch 是什么？"))))
                .contains("音调；1 为正常。")
                .doesNotContain("Pitch");
    }

    private String ask(String question) {
        return answer(guide, List.of(ChatMessage.user(question)));
    }

    private static GuideTopics topics() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("chat", "Talks with you, by keyboard and by voice.");
        commands.put("listen", "prints what you say, sentence by sentence");
        commands.put("speak", "speaks a text and saves the sound");
        commands.put("replay", "plays a saved reply again");
        List<Setting> settings = List.of(
                new Setting("dashscope.websocket_url", "where speech is sent", ""),
                new Setting("chat.model", "the language model", "qwen-plus"),
                new Setting("chat.temperature", "how freely the model answers, 0 to 2", ""),
                new Setting("recognition.model", "the recogniser", "gummy-realtime-v1"),
                new Setting("synthesis.voice", "who speaks", "longxiaochun_v2"),
                new Setting("synthesis.rate", "speed of speech, 0.5 to 2", "1.0"));
        return new GuideTopics(
                commands,
                settings,
                () -> List.of("chat: guide", "speech: espeak-ng"),
                new Session("Ctrl-Space", "/home/me/output_wavs"));
    }
}
