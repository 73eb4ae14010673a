package dev.voicebot.trace;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a text what tells whose it is: the keys, what looks like one, and the workspace. */
final class Redaction {
    private static final String TAKEN_OUT = "***";

    /** Keys of DashScope and of most others begin so. */
    private static final Pattern KEY =
            Pattern.compile("\\bsk-[A-Za-z0-9_-]{6,}|(?i:\\bbearer\\s+)[A-Za-z0-9_~+/=-]{6,}");

    /** As in {@code llm-abc123.cn-beijing.maas.aliyuncs.com}. */
    private static final Pattern WORKSPACE =
            Pattern.compile("\\bllm-(?=[a-z]*\\d)[a-z0-9]{8,}|[A-Za-z0-9-]+(?=\\.[a-z0-9-]+\\.maas\\.aliyuncs\\.com)");

    /** As in {@code ?api-key=0123456789}, in an address. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?i)(?<=[?&](?:api[-_]?key|key|access[-_]?token|token)=)[^&\\s\"]+");

    private final List<String> secrets;

    /** {@code secrets} are taken out wherever they are. */
    Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(Redaction::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()) // one may be a part of another
                .toList();
    }

    /** As it is, in a JSON text, and in an address. */
    private static Stream<String> spellings(String secret) {
        String json = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret));
        String address = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(secret, json, json.replace("/", "\\/"), address, address.replace("+", "%20"));
    }

    String of(String text) {
        String without = text;
        for (String secret : secrets) {
            without = without.replace(secret, TAKEN_OUT);
        }
        without = KEY.matcher(without).replaceAll(TAKEN_OUT);
        without = IN_ADDRESS.matcher(without).replaceAll(TAKEN_OUT);
        return WORKSPACE.matcher(without).replaceAll(TAKEN_OUT);
    }
}
