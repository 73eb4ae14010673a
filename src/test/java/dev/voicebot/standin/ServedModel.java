package dev.voicebot.standin;

import java.util.List;
import java.util.Set;

/**
 * A model of the service.
 *
 * @param capability as {@code GET /models} filters by: {@code Realtime-ASR}, {@code TTS}, {@code TG}
 */
record ServedModel(String name, String capability, List<Price> prices) {
    /** What one unit costs, in the region's currency. */
    record Price(String type, String amount, String unit) {}

    private static final Set<String> V3 = Set.of("longanyang", "longanhuan");
    private static final Set<String> QWEN_FLASH = Set.of("longanfengyue", "longanlingxi", "longanxiaoxin");
    private static final Set<String> QWEN_PLUS = Set.of("longanlingxin", "longanlufeng");
    private static final Set<String> V2_WITHOUT_SUFFIX =
            Set.of("longanqin", "longanya", "longanshuo", "longanling", "longanzhi", "longanrou", "longhuhu");

    boolean hears() {
        return capability.equals("Realtime-ASR");
    }

    boolean chats() {
        return capability.equals("TG");
    }

    /** Whether it speaks with this voice: each model has its own. */
    boolean speaksAs(String voice) {
        return switch (name) {
            case "cosyvoice-v2" -> voice.endsWith("_v2") || V2_WITHOUT_SUFFIX.contains(voice);
            case "cosyvoice-v3-flash", "cosyvoice-v3-plus" -> voice.endsWith("_v3") || V3.contains(voice);
            case "qwen-audio-3.0-tts-flash" -> QWEN_FLASH.contains(voice);
            case "qwen-audio-3.0-tts-plus" -> QWEN_PLUS.contains(voice);
            default -> false;
        };
    }
}
