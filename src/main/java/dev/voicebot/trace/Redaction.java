package dev.voicebot.trace;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what tells whose it is: the keys, what looks like one, and the workspace. */
final class Redaction {
    private static final String TAKEN_OUT = "***";

    /** Keys of DashScope and of most others begin so. */
    private static final Pattern KEY =
            Pattern.compile("\\bsk-[A-Za-z0-9_-]{6,}|(?i:\\bbearer\\s+)[A-Za-z0-9_~+/=-]{6,}");

    /** As in {@code llm-abc123.cn-beijing.maas.aliyuncs.com}. */
    private static final Pattern WORKSPACE =
            Pattern.compile("\\bllm-(?=[a-z]*\\d)[a-z0-9]{8,}|[A-Za-z0-9-]+(?=\\.[a-z0-9-]+\\.maas\\.aliyuncs\\.com)");

    private final List<String> secrets;

    /** {@code secrets} are taken out wherever they are. */
    Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    String of(String text) {
        String without = text;
        for (String secret : secrets) {
            without = without.replace(secret, TAKEN_OUT);
        }
        without = KEY.matcher(without).replaceAll(TAKEN_OUT);
        return WORKSPACE.matcher(without).replaceAll(TAKEN_OUT);
    }
}
