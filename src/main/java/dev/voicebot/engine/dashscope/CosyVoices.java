package dev.voicebot.engine.dashscope;

import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.KnownVoice.Sex;
import java.util.List;

/**
 * Voices of cosyvoice-v2, for lists and completion; the service has more, and takes any name of its own.
 *
 * @see <a href="https://help.aliyun.com/zh/model-studio/cosyvoice-voice-list">the service's list</a>
 */
public final class CosyVoices {
    private static final String BOTH = "Chinese and English";

    private static final List<KnownVoice> V2 = List.of(
            new KnownVoice("longxiaochun_v2", BOTH, Sex.FEMALE, "warm"),
            new KnownVoice("longxiaoxia_v2", BOTH, Sex.FEMALE, "calm"),
            new KnownVoice("longanqin", BOTH, Sex.FEMALE, "friendly"),
            new KnownVoice("longanya", BOTH, Sex.FEMALE, "elegant"),
            new KnownVoice("longanshuo", BOTH, Sex.MALE, "fresh"),
            new KnownVoice("longanling", BOTH, Sex.FEMALE, "quick-witted"),
            new KnownVoice("longanzhi", BOTH, Sex.MALE, "wise"),
            new KnownVoice("longanrou", BOTH, Sex.FEMALE, "gentle"),
            new KnownVoice("longhan_v2", BOTH, Sex.MALE, "warm"),
            new KnownVoice("longxing_v2", BOTH, Sex.FEMALE, "the girl next door"),
            new KnownVoice("longhua_v2", BOTH, Sex.FEMALE, "sweet"),
            new KnownVoice("longwan_v2", BOTH, Sex.FEMALE, "learned"),
            new KnownVoice("longcheng_v2", BOTH, Sex.MALE, "young"),
            new KnownVoice("longxiaocheng_v2", BOTH, Sex.MALE, "low"),
            new KnownVoice("longyan_v2", BOTH, Sex.FEMALE, "mild"),
            new KnownVoice("longtian_v2", BOTH, Sex.MALE, "reasonable"),
            new KnownVoice("longze_v2", BOTH, Sex.MALE, "lively"),
            new KnownVoice("longhao_v2", BOTH, Sex.MALE, "melancholy"),
            new KnownVoice("longhuhu", BOTH, Sex.FEMALE, "child"),
            new KnownVoice("longjielidou_v2", BOTH, Sex.MALE, "child"),
            new KnownVoice("longlaotie_v2", "Chinese", Sex.MALE, "north-eastern accent"),
            new KnownVoice("longjiayi_v2", "Cantonese", Sex.FEMALE, ""),
            new KnownVoice("longtao_v2", "Cantonese", Sex.FEMALE, ""),
            new KnownVoice("longfei_v2", BOTH, Sex.MALE, "recites poems"),
            new KnownVoice("libai_v2", BOTH, Sex.MALE, "recites poems"),
            new KnownVoice("longshu_v2", BOTH, Sex.MALE, "reads the news"),
            new KnownVoice("loongbella_v2", BOTH, Sex.FEMALE, "reads the news"),
            new KnownVoice("longshuo_v2", BOTH, Sex.MALE, "reads the news"),
            new KnownVoice("longxiaobai_v2", BOTH, Sex.FEMALE, "reads the news"),
            new KnownVoice("longjing_v2", BOTH, Sex.FEMALE, "reads the news"),
            new KnownVoice("loongstella_v2", BOTH, Sex.FEMALE, "reads the news"),
            new KnownVoice("loongeva_v2", "British English", Sex.FEMALE, ""),
            new KnownVoice("loongbrian_v2", "British English", Sex.MALE, ""),
            new KnownVoice("loongemily_v2", "British English", Sex.FEMALE, ""),
            new KnownVoice("loongeric_v2", "British English", Sex.MALE, ""),
            new KnownVoice("loongabby_v2", "American English", Sex.FEMALE, ""),
            new KnownVoice("loongandy_v2", "American English", Sex.MALE, ""),
            new KnownVoice("loongava_v2", "American English", Sex.FEMALE, ""),
            new KnownVoice("loongdavid_v2", "American English", Sex.MALE, ""),
            new KnownVoice("loongyuuna_v2", "Japanese", Sex.FEMALE, ""),
            new KnownVoice("loongyuuma_v2", "Japanese", Sex.MALE, ""),
            new KnownVoice("loongtomoka_v2", "Japanese", Sex.FEMALE, ""),
            new KnownVoice("loongtomoya_v2", "Japanese", Sex.MALE, ""),
            new KnownVoice("loongjihun_v2", "Korean", Sex.MALE, ""),
            new KnownVoice("loongkyong_v2", "Korean", Sex.FEMALE, ""));

    private CosyVoices() {}

    /** {@code name}, or the standard voice of {@code model} where it is empty. */
    static String named(String name, String model) {
        return !name.isEmpty() ? name : model.equals("cosyvoice-v2") ? "longxiaochun_v2" : "longxiaochun_v3";
    }

    /** The known ones of {@code model}; none where the model has other voices. */
    public static List<KnownVoice> of(String model) {
        return model.equals("cosyvoice-v2") ? V2 : List.of();
    }
}
