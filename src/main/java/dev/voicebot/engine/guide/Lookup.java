package dev.voicebot.engine.guide;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Explains one command or one setting: the one whose name and description share most words with the question. */
final class Lookup implements Skill {
    private static final int NAME_WEIGHT = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_]+");
    private static final Pattern UNDERSCORE = Pattern.compile("_");

    private static final Set<String> EMPTY_WORDS = Set.of(
            ("a about an and another answer are be by can change choose command configure could default do does explain for from have how i"
                            + " in is it last make mean means me my of off on option or other please select set setting should tell that"
                            + " the there this to use used value voicebot want what when where which why will with work"
                            + " works would you your s")
                    .split(" "));

    /** What users say for the words in the names of settings. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("faster", "rate"),
            Map.entry("slower", "rate"),
            Map.entry("louder", "volume"),
            Map.entry("quieter", "volume"),
            Map.entry("microphone", "input_device"),
            Map.entry("大声", "volume"),
            Map.entry("大一点", "volume"),
            Map.entry("小一点", "volume"),
            Map.entry("快一点", "rate"),
            Map.entry("慢一点", "rate"),
            Map.entry("声音", "voice"),
            Map.entry("音色", "voice"),
            Map.entry("语速", "rate"),
            Map.entry("音量", "volume"),
            Map.entry("音调", "pitch"),
            Map.entry("温度", "temperature"),
            Map.entry("模型", "model"),
            Map.entry("采样率", "sample_rate"),
            Map.entry("麦克风", "input_device"),
            Map.entry("扬声器", "output_device"),
            Map.entry("语言", "language"),
            Map.entry("历史", "history_turns"),
            Map.entry("提示词", "system_prompt"));

    private static final Pattern CHINESE_ASKING = Pattern.compile("设置|参数|选项|命令|怎么|如何|什么|改|调|多少|默认|介绍|解释|作用");

    private final GuideTopics topics;
    private final List<Topic> all = new ArrayList<>();

    /** Something that can be looked up. */
    private record Topic(String name, Set<String> nameWords, Set<String> otherWords, boolean isSetting) {
        int score(Collection<String> words) {
            return words.stream()
                    .mapToInt(word -> nameWords.contains(word) ? NAME_WEIGHT : otherWords.contains(word) ? 1 : 0)
                    .sum();
        }

        boolean coversMost(Collection<String> words) {
            long known = words.stream()
                    .filter(word -> nameWords.contains(word) || otherWords.contains(word))
                    .count();
            return known * 2 > words.size();
        }
    }

    Lookup(GuideTopics topics) {
        this.topics = topics;
        topics.commands().forEach((name, help) -> all.add(new Topic(name, words(name), words(help), false)));
        topics.settings()
                .forEach(setting ->
                        all.add(new Topic(setting.key(), words(setting.key()), words(setting.description()), true)));
    }

    @Override
    public Optional<String> answer(Question question) {
        Set<String> asked = askedWords(question);
        // in Chinese only the words of settings are looked at, so there is nothing else for them to cover
        List<Topic> best = best(asked, question.language() == Language.ENGLISH);
        return best.isEmpty() ? Optional.empty() : Optional.of(explain(question, best));
    }

    /** Only what the question calls by its full name: a setting with its table, or a command as such. */
    Optional<String> byName(Question question) {
        String text = question.plain();
        return all.stream()
                .filter(topic -> topic.isSetting() ? text.contains(topic.name()) : asksForCommand(text, topic.name()))
                .max(Comparator.comparingInt(topic -> topic.name().length()))
                .map(topic -> explain(question, List.of(topic)));
    }

    private static boolean asksForCommand(String text, String name) {
        return text.matches(".*\\b(what does|what is|what's|explain|use|about)( the)?( command)?( voicebot)? " + name
                + "( command)?( do| for| mean)?\\W*|.*\\b" + name + " command\\b.*|.*命令 ?" + name + "\\b.*|.*\\b" + name
                + " ?(命令|是什么|是做什么|是干什么|怎么用|有什么用).*");
    }

    private static Set<String> askedWords(Question question) {
        String text = question.plain();
        if (question.language() == Language.CHINESE
                && !CHINESE_ASKING.matcher(text).find()) {
            return Set.of();
        }
        Set<String> words = words(text);
        SYNONYMS.forEach((said, meant) -> {
            if (text.contains(said)) {
                words.remove(said);
                words.addAll(words(meant));
            }
        });
        words.removeAll(EMPTY_WORDS);
        return words;
    }

    /** The topics with the highest score; none unless a name was hit, and where asked for, most words fit. */
    private List<Topic> best(Set<String> asked, boolean mostOfThem) {
        int highest = all.stream().mapToInt(topic -> topic.score(asked)).max().orElse(0);
        if (highest < NAME_WEIGHT) {
            return List.of();
        }
        return all.stream()
                .filter(topic -> topic.score(asked) == highest && (!mostOfThem || topic.coversMost(asked)))
                .toList();
    }

    private String explain(Question question, List<Topic> best) {
        Topic first = best.get(0);
        String text = first.isSetting() ? setting(question, first.name()) : command(question, first.name());
        if (best.size() == 1) {
            return text;
        }
        List<String> others = best.stream().skip(1).map(Topic::name).toList();
        return text
                + question.in(
                        " There is also " + String.join(" and ", others) + ".",
                        "另外还有 " + String.join("、", others) + "。");
    }

    private String command(Question question, String name) {
        String help = sentence(
                question.language().say(() -> Messages.help(topics.commands().getOrDefault(name, ""))), question);
        return question.in(
                "The command voicebot " + name + ": " + help + " Run voicebot " + name + " --help for its options.",
                "命令 voicebot " + name + "：" + help + "运行 voicebot " + name + " --help 可以看到它的选项。");
    }

    private String setting(Question question, String key) {
        GuideTopics.Setting setting = topics.settings().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
        String meaning = sentence(question.language().say(() -> tr(setting.description())), question);
        String variable = "VOICEBOT_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
        String normal = setting.defaultValue().isEmpty()
                ? ""
                : question.in(
                        " Its default is " + setting.defaultValue() + ".", "默认值是 " + setting.defaultValue() + "。");
        return question.in(
                "The setting " + key + ": " + meaning + normal + " Change it in config.toml, or with " + variable + ".",
                "设置 " + key + "：" + meaning + normal + "可以在 config.toml 里改，也可以用环境变量 " + variable + "。");
    }

    private static String sentence(String text, Question question) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.isEmpty() || ".!?。！？".indexOf(line.charAt(line.length() - 1)) >= 0
                ? line
                : line + question.in(".", "。");
    }

    /** Lower-case words; one with an underscore also counts in its parts. */
    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).forEach(word -> {
            words.add(word);
            UNDERSCORE.splitAsStream(word).forEach(words::add);
        });
        words.remove("");
        return words;
    }
}
