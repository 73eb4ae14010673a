package dev.voicebot.engine.guide;

import dev.voicebot.engine.guide.GuideTopics.SettingTopic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Explains voicebot: from a few answers of its own, the commands' help, and the settings. */
final class Explanations {
    private static final Pattern KEY = Pattern.compile("\\b(?:api )?key\\b|dashscope|密钥|秘钥|钥匙");
    private static final Pattern TALK =
            Pattern.compile("\\b(?:how (?:do|can) i (?:talk|speak)|talk|microphone|mic)\\b|怎么说话|语音输入|麦克风|对话键|怎么讲");
    private static final Pattern QUIT = Pattern.compile("\\b(?:quit|exit|leave|stop)\\b|退出|离开|结束");
    private static final Pattern SAVED = Pattern.compile("\\b(?:recordings?|saved|wav)\\b|录音|保存|文件在哪");
    private static final Pattern MODEL =
            Pattern.compile("\\b(?:ollama|local (?:model|server)|real model|language model|llm)\\b|本地模型|语言模型");
    private static final Pattern HELP =
            Pattern.compile("\\b(?:help|voicebot|what can you do|commands?)\\b|帮助|能做什么|会什么|怎么用|命令");

    private final GuideTopics topics;

    Explanations(GuideTopics topics) {
        this.topics = topics;
    }

    Optional<String> answer(Question question) {
        return setting(question)
                .or(() -> command(question))
                .or(() -> when(
                        question,
                        KEY,
                        "Get a key at dashscope dot aliyun dot com, then set the variable"
                                + " DASHSCOPE_API_KEY before you start voicebot. With it you talk to qwen-plus, and I can hear you.",
                        "在阿里云百炼申请密钥，启动前设置环境变量 DASHSCOPE_API_KEY。有了它，就能和 qwen-plus 对话，我也能听见你说话。"))
                .or(() -> when(
                        question,
                        TALK,
                        "Press F2, or Space on an empty line, and speak; press it again to send."
                                + " Understanding speech needs a DashScope key for now.",
                        "按 F2，或者在空行按空格，然后说话，再按一次发送。目前听懂语音需要 DashScope 密钥。"))
                .or(() -> when(
                        question,
                        MODEL,
                        "Start Ollama, LM Studio or llama.cpp on this machine, and start voicebot"
                                + " again: it finds the server by itself.",
                        "在本机启动 Ollama、LM Studio 或 llama.cpp，再重新启动 voicebot，它会自己找到。"))
                .or(() -> when(
                        question,
                        SAVED,
                        "Every spoken reply is saved as a WAV file. voicebot replay --list shows"
                                + " them, voicebot replay plays the newest.",
                        "每段回答都存成 WAV 文件。用 voicebot replay --list 查看，用 voicebot replay 播放最新的。"))
                .or(() -> when(
                        question,
                        QUIT,
                        "Control C stops a reply. Control D, or slash quit, leaves.",
                        "Ctrl-C 停止回答。Ctrl-D 或者 /quit 离开。"))
                .or(() -> when(
                        question,
                        HELP,
                        "voicebot chat talks with you, listen turns speech into text, speak turns"
                                + " text into speech, and replay plays what was said. Ask me about any of them, about a setting,"
                                + " or how to set a key.",
                        "voicebot chat 和你对话，listen 把语音变成文字，speak 把文字读出来，replay 重放说过的话。" + "可以问我其中任何一个命令、设置，或者怎么设置密钥。"));
    }

    private static Optional<String> when(Question question, Pattern asked, String english, String chinese) {
        return question.has(asked) ? Optional.of(question.in(english, chinese)) : Optional.empty();
    }

    /** A question that names a setting, with its table or without. */
    private Optional<String> setting(Question question) {
        String plain = question.plain();
        return topics.settings().stream()
                .filter(setting -> names(plain, setting))
                .findFirst()
                .map(setting -> describe(setting, question));
    }

    private static boolean names(String plain, SettingTopic setting) {
        String name = setting.key().substring(setting.key().indexOf('.') + 1);
        boolean distinct = name.contains("_");
        return plain.contains(setting.key())
                || (distinct && (plain.contains(name) || plain.contains(name.replace('_', ' '))));
    }

    private static String describe(SettingTopic setting, Question question) {
        String fallback = setting.fallback().isEmpty()
                ? question.in("It is not set by default.", "默认不设置。")
                : question.in("Its default is " + setting.fallback() + ".", "默认值是 " + setting.fallback() + "。");
        return question.in(
                "The setting " + setting.key() + ": " + setting.meaning() + " " + fallback,
                "设置项 " + setting.key() + "：" + setting.meaning() + fallback);
    }

    /** The first lines of the help of a command that the question names. */
    private Optional<String> command(Question question) {
        List<String> words = List.of(question.plain().toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
        boolean asksHow =
                question.has(Pattern.compile("voicebot|command|what (?:does|is)|how|explain|用法|怎么|命令|什么|做什么"));
        if (!asksHow) {
            return Optional.empty();
        }
        return topics.commands().entrySet().stream()
                .filter(command -> words.contains(command.getKey()))
                .findFirst()
                .map(command -> explain(command, question));
    }

    private static String explain(Map.Entry<String, String> command, Question question) {
        String help = command.getValue();
        String meaning = help.lines()
                .dropWhile(line -> line.startsWith("Usage:") || line.startsWith("  ") || line.isBlank())
                .findFirst()
                .orElse("");
        return question.in(
                "voicebot " + command.getKey() + ": " + meaning + " Its help shows every option: voicebot "
                        + command.getKey() + " --help.",
                "voicebot " + command.getKey() + "：" + meaning + " 全部选项见 voicebot " + command.getKey() + " --help。");
    }
}
