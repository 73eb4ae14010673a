package dev.voicebot.engine.guide;

import java.util.List;
import java.util.Optional;

/** Explains how to do what users come for: work offline, choose a model or a voice, go on with a conversation, and so on. */
final class Tasks implements Skill {
    private static final String CHANGE = "\\b(switch|change|choose|select|pick|another|different)\\b";
    private static final String CHANGE_CHINESE = "(换|切换|选|选择|更换|改)";

    private static final List<Explanation> EXPLANATIONS = List.of(
            offline(),
            wakeWord(),
            handsFree(),
            resuming(),
            usage(),
            privacy(),
            transcribing(),
            readingAloud(),
            interfaceLanguage(),
            model(),
            voice(),
            speed(),
            loudness(),
            installing());

    @Override
    public Optional<String> answer(Question question) {
        return Explanation.answer(EXPLANATIONS, question);
    }

    private static Explanation offline() {
        return Explanation.of(
                "\\b(offline|without (a |an |the )?(network|internet|connection)|no (network|internet|connection))\\b"
                        + "|离线|断网|断了网|没有?(网络|联网|网)|不联网|不用联网|无网",
                "voicebot works offline. voicebot models pull sensevoice downloads a recognizer for this computer,"
                        + " voicebot models pull kokoro a voice, and Ollama, if it runs here, answers."
                        + " voicebot chat --profile offline then uses no cloud.",
                "可以离线使用。voicebot models pull sensevoice 下载本机的识别模型，voicebot models pull kokoro 下载语音模型，对话由本机的"
                        + " Ollama 回答。之后运行 voicebot chat --profile offline，就不用云服务。");
    }

    private static Explanation wakeWord() {
        return Explanation.of(
                "\\bwake[ -]?(word|phrase)|唤醒",
                "Run voicebot models pull wake, and set handsfree.wake_word to a phrase such as \"hey voicebot\"."
                        + " Hands-free then sleeps until you say it.",
                "先运行 voicebot models pull wake，再把 handsfree.wake_word 设成一个短语，例如“小助手”。免提就会休眠，直到你说出它。");
    }

    private static Explanation handsFree() {
        return Explanation.of(
                "\\bhands?[ -]?free\\b|without (pressing )?(a |any |the )?(key|button)s?\\b.*\\b(talk|speak)"
                        + "|\\b(talk|speak)\\b.*without (pressing )?(a |any |the )?(key|button)"
                        + "|免提|(不|不用|不想)按键|一直(听|聆听)",
                "Type /handsfree in a chat, or start with voicebot chat --hands-free. Then just speak, even to interrupt a"
                        + " reply. It needs voice input.",
                "在对话里输入 /handsfree，或者用 voicebot chat --hands-free 启动。之后直接说话就行，也可以随时插话打断。它需要语音输入。");
    }

    private static Explanation resuming() {
        return Explanation.of(
                "\\b(continue|resume)\\b.*\\b(conversation|chat|talk|where)|\\blast (conversation|chat)\\b"
                        + "|\\b(where|show|see|find|list|search)\\b.*\\b(history|(past|old|earlier|previous|saved) (chats?|conversations?))\\b"
                        + "|(继续|接着|恢复|找回).*(对话|聊天|上次)|上次的?(对话|聊天)|(历史|聊天|对话)记录|(以前|之前)的?(对话|聊天)",
                "voicebot chat --continue resumes your last conversation. voicebot sessions list shows them all, and voicebot"
                        + " sessions search finds words in them. In a chat, use /sessions, /search and /resume.",
                "用 voicebot chat --continue 继续上次的对话。voicebot sessions list 列出所有对话，voicebot sessions search"
                        + " 按词查找。在对话里用 /sessions、/search 和 /resume。");
    }

    private static Explanation usage() {
        return Explanation.of(
                "\\bhow much\\b.*\\b(cost|costs|spent|spend|paid|pay)\\b|\\b(is it|is this|is voicebot) free\\b"
                        + "|费用|收费|免费|花了?(我)?(多少|几块|钱)|(用|使用|聊天|对话|voicebot).{0,6}多少钱|账单",
                "/usage in a chat, and voicebot usage, show what was used and an estimate of what it cost. usage.max_cost limits"
                        + " the cost of a chat. Built-in engines and models on this computer cost nothing.",
                "对话里的 /usage 和命令 voicebot usage 显示用量和估计的费用。usage.max_cost 限制一次对话的费用。内置引擎和本机的模型不花钱。");
    }

    private static Explanation privacy() {
        return Explanation.of(
                "\\bprivacy\\b|\\bmy data\\b|\\bdo you (store|send|upload|record|keep)\\b"
                        + "|隐私|(会|有没有|会不会|是否)(上传|泄露|保存我|偷听|监听)|我的(数据|录音)",
                "With a key, what you say and type goes to that service. With --profile private, nothing leaves this computer."
                        + " Conversations and spoken replies are saved here, readable only by you; voicebot chat --no-save saves"
                        + " nothing.",
                "设置了密钥，你说的话和打的字就会发给对应的服务；用 --profile private，内容不会离开这台电脑。对话和语音回复保存在本机，只有你能读；"
                        + "voicebot chat --no-save 什么都不保存。");
    }

    private static Explanation transcribing() {
        return Explanation.of(
                "\\btranscri(be|pt|ption|bing)\\b|\\bsubtitles?\\b|speech.to.text|字幕|(语音|录音|音频|声音)转(成|换成|写)?(文字|文本)?|转写"
                        + "|识别.{0,4}(文件|录音|音频)",
                "voicebot listen talk.wav transcribes a recording, and --format srt writes subtitles. Without a file it"
                        + " transcribes the microphone. It needs a recognizer: a DashScope key, or voicebot models pull"
                        + " sensevoice.",
                "voicebot listen talk.wav 把录音转成文字，加 --format srt 就写成字幕；不给文件就识别麦克风。需要识别模型：设置 DashScope"
                        + " 密钥，或者运行 voicebot models pull sensevoice。");
    }

    private static Explanation readingAloud() {
        return Explanation.of(
                "\\bread\\b.*\\b(file|text|book|document|article|page)s?\\b|\\bread\\b.*\\b(aloud|out loud)\\b|text.to.speech"
                        + "|朗读|(读|念).{0,4}(文件|文章|书|文本|网页)|文字转(成)?语音",
                "voicebot speak -f book.txt reads a file aloud and saves the audio; voicebot speak \"Hello\" speaks a text."
                        + " It also reads what is piped into it.",
                "voicebot speak -f book.txt 朗读文件并保存音频；voicebot speak \"你好\" 念一段文字，也可以从管道读入。");
    }

    private static Explanation interfaceLanguage() {
        return Explanation.of(
                CHANGE + ".*\\b(interface|to (chinese|english))\\b|\\blanguage of the interface\\b" + "|界面|"
                        + CHANGE_CHINESE + "(成|到|为)?(中文|英文|英语|汉语)",
                "Set ui.language to en or zh in config.toml, or VOICEBOT_UI_LANGUAGE in the environment, and start voicebot"
                        + " again. On auto, it follows LC_ALL, LC_MESSAGES or LANG.",
                "在 config.toml 里把 ui.language 设成 en 或 zh，或者设置环境变量 VOICEBOT_UI_LANGUAGE，再重新启动 voicebot。auto 表示按"
                        + " LC_ALL、LC_MESSAGES 或 LANG 决定。");
    }

    private static Explanation model() {
        return Explanation.of(
                CHANGE + " .*\\bmodels?\\b(?!.*\\bsetting)|" + CHANGE_CHINESE + ".{0,6}模型|模型.{0,3}" + CHANGE_CHINESE,
                "In a chat, /model shows the model or changes it. voicebot chat --model NAME uses one for this chat; chat.model"
                        + " in config.toml for all. This needs a key or Ollama.",
                "在对话里用 /model 查看或更换模型。voicebot chat --model 名称 只对这次对话有效；要一直用，就在 config.toml 里设置 chat.model。"
                        + "需要密钥或 Ollama。");
    }

    private static Explanation voice() {
        return Explanation.of(
                CHANGE_CHINESE + ".{0,5}(声音|音色|嗓音|嗓子)|(声音|音色|嗓音).{0,3}" + CHANGE_CHINESE + "|(男|女)(声|生的声音)|" + CHANGE
                        + ".*\\bvoices?\\b(?!.*\\bsetting)",
                "In a chat, /voice shows the voices and changes yours. voicebot speak --list-voices lists them all; the setting"
                        + " synthesis.voice (or VOICEBOT_SYNTHESIS_VOICE) keeps one.",
                "在对话里用 /voice 查看或更换音色。voicebot speak --list-voices 列出所有音色；要一直用，就设置 synthesis.voice（或环境变量"
                        + " VOICEBOT_SYNTHESIS_VOICE）。");
    }

    private static Explanation speed() {
        return Explanation.of(
                "\\b(speak|talk|speech|voice|read|you)\\b.*\\btoo (fast|slow)|(说|念|读|讲)(话|得|的)?(太|有点)(快|慢)|(说|念|读|讲)(得)?(快|慢)(一)?点",
                "Set synthesis.rate, from 0.5 to 2, or start with voicebot chat --rate 0.8. While a reply is spoken, Alt-Up and"
                        + " Alt-Down change the speed.",
                "设置 synthesis.rate（0.5 到 2），或者用 voicebot chat --rate 0.8 启动。朗读回复时，Alt-↑ 和 Alt-↓ 可以调整语速。");
    }

    private static Explanation loudness() {
        return Explanation.of(
                "\\btoo (loud|quiet|soft)\\b|(声音|音量).{0,3}(大|小|轻|响)",
                "Set synthesis.volume, from 0 to 100, or start with voicebot chat --volume 80.",
                "设置 synthesis.volume（0 到 100），或者用 voicebot chat --volume 80 启动。");
    }

    private static Explanation installing() {
        return Explanation.of(
                "\\b(install|update|upgrade|uninstall|remove) (it|this|you|voicebot)\\b"
                        + "|^(?!.*(ollama|模型)).*(安装|升级|更新|卸载)",
                "scripts/install, in the folder of the source, installs voicebot; run it again to update."
                        + " ~/.local/lib/voicebot/uninstall removes it.",
                "在源码目录里运行 scripts/install 安装，再运行一次就是升级。用 ~/.local/lib/voicebot/uninstall 卸载。");
    }
}
