package dev.voicebot.engine.guide;

import java.util.List;
import java.util.Optional;

/** Explains what voicebot is and how to use it. */
final class AboutVoicebot implements Skill {
    private final List<Explanation> explanations;

    AboutVoicebot(GuideTopics topics) {
        this.explanations = List.of(
                noMicrophone(),
                noSound(),
                talking(topics.session()),
                key(),
                realModel(),
                recordings(topics.session()),
                quitting(),
                engines(topics),
                commands(topics),
                settings(),
                languages(),
                itself());
    }

    @Override
    public Optional<String> answer(Question question) {
        return Explanation.answer(explanations, question);
    }

    private static Explanation noMicrophone() {
        return Explanation.of(
                "\\bno (microphone|mic)\\b|\\b(microphone|mic)\\b.*\\b(not|isn't|doesn't|won't|broken|silent|muted|dead)\\b"
                        + "|(not|n't|cannot|never) (hear|understand) me"
                        + "|没有?(检测到|找到)?(麦克风|话筒)|(麦克风|话筒|麦).*(没|不|坏|哑)|听不(到|见|清|懂)我|录不(到|了|上)",
                "Voice input needs a microphone, and a DashScope key or a recognizer on this computer (voicebot models pull"
                        + " sensevoice). voicebot devices lists microphones; choose one with"
                        + " audio.input_device. voicebot doctor tests it: a silent one may be muted, or the terminal may"
                        + " lack permission.",
                "语音输入需要麦克风，还需要 DashScope 密钥或本机的识别模型（voicebot models pull sensevoice）。用 voicebot devices 列出麦克风，用 audio.input_device 选一个。再用 voicebot doctor"
                        + " 检查：如果一直没有声音，可能是麦克风静音了，或者终端没有使用权限。");
    }

    private static Explanation noSound() {
        return Explanation.of(
                "\\bno (sound|audio|speaker|voice)\\b|\\bspeakers?\\b.*\\b(not|isn't|aren't|doesn't|won't|broken|silent)\\b"
                        + "|(not|n't|cannot|never) hear (you|it|anything|a thing)|why .*\\b(silent|mute|not (speaking|talking))\\b"
                        + "|没有?(任何)?声音|没声|不出声|不发声|听不(到|见)(?!我)|没有?(检测到|找到)?(扬声器|喇叭|音箱|耳机)|(扬声器|喇叭|音箱|耳机).*(没|不|坏)"
                        + "|为什么.*不(说话|出声|念)",
                "Check the volume, the speaker and whether speech is on. voicebot devices lists speakers; choose one with"
                        + " audio.output_device. /mute turns speech on and off. voicebot doctor plays a tone and says what"
                        + " is wrong.",
                "先检查音量、扬声器，以及语音是否打开。用 voicebot devices 列出扬声器，用 audio.output_device 选一个；/mute 开关语音。再运行"
                        + " voicebot doctor，它会放一段提示音，告诉你问题在哪里。");
    }

    private static Explanation talking(GuideTopics.Session session) {
        String key = session.talkKey();
        return Explanation.of(
                "how (?!.*(fast|slow|loud|quiet)).*\\b(talk|speak)\\b|^(?!.*\\b(setting|choose|change|select)\\b).*\\bmicrophone\\b|voice input|i want to (talk|speak)"
                        + "|push.to.talk|talk key|key .*\\btalk\\b|talk to you|can you hear me|use my voice"
                        + "|(怎么|如何|怎样)(?!.*关).*(说话|讲话|对话|语音)|语音输入|听得到|用麦克风",
                "In voicebot chat, press " + key
                        + " and speak. Press it again to send what you said. For screen readers, /talk begins and Enter sends. "
                        + "Voice input needs a DashScope key or a recognizer on this computer: the key offers to download one.",
                "在 voicebot chat 里按 " + key
                        + " 开始说话，再按一次就发送；使用读屏软件时，输入 /talk 开始，按回车发送。识别语音需要 DashScope 密钥或本机的识别模型：没有的话，按这个键就会提示下载。");
    }

    private static Explanation key() {
        return Explanation.of(
                "\\bapi[ _-]?keys?\\b|dashscope|\\b(set|my|need|get|enter|have|without|where|put)\\b.*\\bkey\\b(?!"
                        + " to\\b)"
                        + "|密钥|秘钥|密匙|\\p{IsHan} ?keys?(?![a-z])|(?<![a-z])keys? ?\\p{IsHan}",
                "Type /key in a chat, or run voicebot setup: both ask for your DashScope key and save it in config.toml. Or set the"
                        + " environment variable DASHSCOPE_API_KEY and restart voicebot. Without a key, built-in engines answer, and voice input"
                        + " needs a recognizer on this computer.",
                "在对话里输入 /key，或者运行 voicebot setup：它们会询问你的 DashScope 密钥，保存在 config.toml 里。也可以设置环境变量 DASHSCOPE_API_KEY，再重新启动"
                        + " voicebot。没有密钥时，由内置引擎回答，语音输入要用本机的识别模型。");
    }

    private static Explanation realModel() {
        return Explanation.of(
                "\\bollama\\b|lm studio|llama\\.?cpp|language model|\\bllms?\\b|gpt|\\bqwen\\b"
                        + "|\\b(real|better|smarter|proper) (ai|model|chat|conversation|answers?|assistant)\\b"
                        + "|\\bno models?\\b|why (can't|cannot|don't|won't) you (answer|know|chat)"
                        + "|大模型|语言模型|没有?(可用的)?模型|真正的(模型|对话|聊天)|通义|千问|为什么(你)?(都)?(不会|不能|没法|答不|回答不)",
                "I am not a language model. To talk to a real one, set DASHSCOPE_API_KEY, or start Ollama on this"
                        + " machine: voicebot finds it when it starts.",
                "我不是语言模型。想和真正的模型对话，请设置 DASHSCOPE_API_KEY，或者在这台电脑上启动 Ollama，voicebot 启动时会自己找到它。");
    }

    private static Explanation recordings(GuideTopics.Session session) {
        String folder = session.recordingsFolder();
        return Explanation.of(
                "where .*\\b(recordings?|replies|audio|sounds?|files?|wavs?|saved?)\\b|\\b(are|is|get)"
                        + " .*\\b(saved|recorded)\\b"
                        + "|\\brecordings\\b(?!.*(setting|directory|enabled|\\.))|output_wavs"
                        + "|录音|(保存|存)在|wav",
                "Every spoken reply is saved as a WAV file in " + folder
                        + ". The command voicebot replay plays the newest one again.",
                "每段语音回复都会存成 WAV 文件，放在 " + folder + "。用命令 voicebot replay 可以重放最新的一段。");
    }

    private static Explanation quitting() {
        return Explanation.of(
                "\\b(quit|exit|leave)\\b|^\\W*stop\\W*$|how .*\\b(stop|interrupt|cancel)\\b|(shut up|be quiet|stop"
                        + " talking)"
                        + "|退出|离开|怎么.*(停|打断)|闭嘴|别说了",
                "Type /quit or press Ctrl-D to leave. Ctrl-C stops only the current reply.",
                "输入 /quit 或按 Ctrl-D 退出。Ctrl-C 只会停下正在说的回复。");
    }

    private static Explanation engines(GuideTopics topics) {
        return Explanation.of(
                "\\bengines?\\b(?!\\.)|引擎",
                "In use right now: "
                        + Language.ENGLISH.say(
                                () -> String.join("; ", topics.engines().get())) + ".",
                "现在用的是："
                        + Language.CHINESE.say(
                                () -> String.join("；", topics.engines().get())) + "。");
    }

    private static Explanation commands(GuideTopics topics) {
        List<String> names = List.copyOf(topics.commands().keySet());
        return Explanation.of(
                "\\bcommands\\b|\\b(what|how) (else )?can (you|i|voicebot)"
                        + " (do|say|ask|help|use)|^\\W*help\\W*$|\\bhelp me\\b|what do you do|how does"
                        + " (this|it|voicebot) work"
                        + "|有(哪些|什么)命令|所有命令|帮助|(你|voicebot) ?(都)?(能|会|可以)(帮我)?(做|干)?(些)?(什么|啥)",
                "I explain voicebot, tell the date and time, do arithmetic, and repeat after you. "
                        + "voicebot's commands are " + String.join(", ", names) + ". Ask me about any of them.",
                "我可以介绍 voicebot，报日期和时间，做算术，跟你复述。voicebot 的命令有 " + String.join("、", names) + "。想了解哪个，问我就行。");
    }

    private static Explanation settings() {
        return Explanation.of(
                "^(what|which|where|how)\\b.*\\b(the )?(settings|config(uration)?( file)?|config\\.toml)\\W*$"
                        + "|(有(哪些|什么)|怎么改)设置|配置文件",
                "Settings are in config.toml. The file config.example.toml lists all of them with their defaults."
                        + " Ask me what a setting does, such as synthesis.voice.",
                "设置写在 config.toml 里，config.example.toml 列出了全部设置和默认值。想知道某个设置的作用，比如 synthesis.voice，问我就行。");
    }

    private static Explanation languages() {
        return Explanation.of(
                "(what|which) languages? (do|can) you|do you (speak|understand)|会说?(中文|汉语|英文|英语)|说(中文|英文|英语)",
                "I understand English and Chinese, and answer in the language you ask in.",
                "我懂中文和英文，你用哪种语言问，我就用哪种语言答。");
    }

    private static Explanation itself() {
        return Explanation.of(
                "(who|what) are you|your name|are you (an? )?(ai|human|robot|person|bot|real|program)"
                        + "|(what is|what's|about|explain) (this|voicebot)( program)?\\W*$|introduce yourself"
                        + "|你是(谁|什么|人|机器人|真人)|你叫什么|(什么是|介绍(一下)?) ?(voicebot|你自己|自己)|voicebot ?是(什么|啥|干)",
                "I am the built-in guide of voicebot, a voice assistant for the terminal. "
                        + "I am not a language model, but I can explain voicebot, tell the time and do arithmetic.",
                "我是 voicebot 的内置向导。voicebot 是终端里的语音助手。我不是语言模型，但可以介绍 voicebot，报时，做算术。");
    }
}
