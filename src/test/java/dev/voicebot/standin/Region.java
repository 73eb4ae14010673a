package dev.voicebot.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A region of the service: the models that it offers, as of November 2026. Its keys are taken nowhere else. */
public enum Region {
    BEIJING("sk-stand-in"),
    SINGAPORE("sk-stand-in-singapore"),
    /** Chat only. */
    US("sk-stand-in-us");

    private static final Pattern SNAPSHOT = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}$");
    private static final String CHAT = "TG";

    private final String key;

    Region(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** The models without those that {@code missing} names. */
    List<ServedModel> models(Set<String> missing) {
        return all().stream().filter(model -> !missing.contains(model.name())).toList();
    }

    /** Finds snapshots as well: {@code fun-asr-realtime-2025-11-07}. */
    static Optional<ServedModel> find(List<ServedModel> models, String name) {
        String base = SNAPSHOT.matcher(name).replaceAll("");
        return models.stream()
                .filter(model -> model.name().equals(name) || model.name().equals(base))
                .findFirst();
    }

    private List<ServedModel> all() {
        boolean beijing = this == BEIJING;
        List<ServedModel> models = new ArrayList<>();
        if (this != US) {
            models.add(perSecond("fun-asr-realtime", beijing ? "0.00033" : "0.00009"));
            models.add(perToken("qwen-audio-3.1-asr-flash-streaming", "Realtime-ASR", "0.636", "0.848"));
            models.add(perToken("qwen-audio-3.1-asr-flash-message", "Realtime-ASR", "0.636", "0.848"));
            models.add(perToken("qwen-audio-3.0-asr-flash-streaming", "Realtime-ASR", "0.636", "0.848"));
            models.add(perCharacter("cosyvoice-v3-flash", beijing ? "1" : "0.13"));
            models.add(perCharacter("cosyvoice-v3-plus", beijing ? "2" : "0.26"));
            models.add(perCharacter("qwen-audio-3.0-tts-flash", beijing ? "1" : "0.13"));
            models.add(perCharacter("qwen-audio-3.0-tts-plus", beijing ? "2" : "0.26"));
        }
        if (beijing) {
            models.add(perSecond("fun-asr-flash-8k-realtime", "0.00022"));
            models.add(perSecond("paraformer-realtime-v2", "0.00024"));
            models.add(perSecond("paraformer-realtime-v1", "0.00024"));
            models.add(perSecond("paraformer-realtime-8k-v2", "0.00024"));
            models.add(perSecond("paraformer-realtime-8k-v1", "0.00024"));
            models.add(perSecond("gummy-realtime-v1", "0.00015"));
            models.add(perSecond("gummy-chat-v1", "0.00015"));
            models.add(perCharacter("cosyvoice-v2", "2"));
        }
        models.add(perToken("qwen-plus", CHAT, "0.8", "2"));
        models.add(perToken("qwen-max", CHAT, "2.4", "9.6"));
        models.add(perToken("qwen-flash", CHAT, "0.15", "1.5"));
        models.add(perToken("qwen-turbo", CHAT, "0.3", "0.6"));
        models.add(perToken("qwen3-max", CHAT, "3.2", "12.8"));
        models.add(perToken("qwen3.5-plus", CHAT, "0.8", "4.8"));
        models.add(perToken("qwen3.5-flash", CHAT, "0.2", "2"));
        return models;
    }

    private static ServedModel perSecond(String name, String price) {
        return new ServedModel(
                name, "Realtime-ASR", List.of(new ServedModel.Price("content_duration", price, "Per second")));
    }

    private static ServedModel perCharacter(String name, String price) {
        return new ServedModel(
                name, "TTS", List.of(new ServedModel.Price("cosy_tts_number", price, "Per 10K characters")));
    }

    private static ServedModel perToken(String name, String capability, String in, String out) {
        return new ServedModel(
                name,
                capability,
                List.of(
                        new ServedModel.Price("input_token", in, "Per 1M tokens"),
                        new ServedModel.Price("output_token", out, "Per 1M tokens")));
    }
}
