package dev.voicebot.config;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the cloud's servers are. Each region has keys, models and prices of its own.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/base-url">the service's addresses</a>
 */
public enum Region {
    BEIJING(mark("Beijing"), "cn-beijing", "dashscope.aliyuncs.com", "CNY", "china cn"),
    SINGAPORE(
            mark("Singapore"), "ap-southeast-1", "dashscope-intl.aliyuncs.com", "USD", "intl international sg global"),
    US(mark("US (Virginia)"), "us-east-1", "dashscope-us.aliyuncs.com", "USD", "virginia usa"),
    HONGKONG(mark("Hong Kong"), "cn-hongkong", "cn-hongkong.dashscope.aliyuncs.com", "USD", "hong-kong hk"),
    /** Has hosts of workspaces only. */
    FRANKFURT(mark("Frankfurt"), "eu-central-1", "", "USD", "germany eu");

    private static final String WORKSPACES = ".maas.aliyuncs.com";

    private final String title;
    private final String id;
    private final String host;
    private final String currency;
    private final String otherNames; // divided by spaces

    Region(String title, String id, String host, String currency, String otherNames) {
        this.title = title;
        this.id = id;
        this.host = host;
        this.currency = currency;
        this.otherNames = otherNames;
    }

    static String settings() {
        return Arrays.stream(values()).map(Region::setting).collect(Collectors.joining(", "));
    }

    /** The region that {@code name} means in any of its usual spellings. */
    static Optional<Region> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(region -> plain.equals(region.setting())
                        || plain.equals(region.id)
                        || Arrays.asList(region.otherNames.split(" ")).contains(plain))
                .findFirst();
    }

    /** The region whose servers {@code address} names. */
    static Optional<Region> of(URI address) {
        String name = String.valueOf(address.getHost());
        return Arrays.stream(values())
                .filter(region -> name.equals(region.host) || name.endsWith("." + region.id + WORKSPACES))
                .findFirst();
    }

    /** As the user writes it. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the user reads it. */
    public String title() {
        return tr(title);
    }

    /** What its prices are in. */
    public String currency() {
        return currency;
    }

    /** The host that takes any key of the region; empty where there is none. */
    Optional<String> sharedHost() {
        return Optional.of(host).filter(name -> !name.isEmpty());
    }

    /** The host that takes the keys of one workspace. */
    String hostOf(String workspace) {
        return workspace + "." + id + WORKSPACES;
    }
}
