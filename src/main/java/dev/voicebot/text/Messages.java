package dev.voicebot.text;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Texts for the user. English is in the code, and is the key of its translation in {@code zh_CN.po}. Data, JSON, logs and
 * the names of settings are never translated. No static field may keep what these methods return, except of {@link #mark}.
 */
public final class Messages {
    private static final ThreadLocal<UiLanguage> HERE = new ThreadLocal<>();

    private static volatile UiLanguage language = UiLanguage.EN;

    private Messages() {}

    /** Decided once, before the first text; again only where the settings name another language than the environment. */
    public static void use(UiLanguage wanted) {
        if (wanted != UiLanguage.AUTO) {
            language = wanted;
        }
    }

    /** Never {@code AUTO}. */
    public static UiLanguage language() {
        UiLanguage here = HERE.get();
        return here == null ? language : here;
    }

    /** What {@code text} is in another language than the interface's: for data, or for an answer to a question. */
    public static String in(UiLanguage wanted, Supplier<String> text) {
        UiLanguage before = HERE.get();
        HERE.set(wanted);
        try {
            return text.get();
        } finally {
            HERE.set(before);
        }
    }

    /** The text with its values, which {@link String#format} puts in; without values a % is a %. */
    public static String tr(String english, @Nullable Object... values) {
        return format(translated(english), values);
    }

    /** The same where English has another text for one than for any other number. */
    public static String trn(String one, String many, long count, @Nullable Object... values) {
        return format(language() == UiLanguage.EN && count != 1 ? many : translated(one), values);
    }

    /** A text that {@link #tr} is asked for later, because it is a constant. */
    public static String mark(String english) {
        return english;
    }

    /** A text of a command's {@code --help} or manual page, which have a catalog of their own. */
    public static String help(String english) {
        return language() == UiLanguage.ZH ? ChineseHelp.TEXTS.getOrDefault(english, english) : english;
    }

    private static String translated(String english) {
        return language() == UiLanguage.ZH ? Chinese.TEXTS.getOrDefault(english, english) : english;
    }

    private static String format(String pattern, @Nullable Object... values) {
        return values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values);
    }

    /** Read when the first text is wanted in Chinese. */
    private static final class Chinese {
        static final Map<String, String> TEXTS = Catalog.read("zh_CN.po").byEnglish();
    }

    private static final class ChineseHelp {
        static final Map<String, String> TEXTS = Catalog.read("help.zh_CN.po").byEnglish();
    }
}
