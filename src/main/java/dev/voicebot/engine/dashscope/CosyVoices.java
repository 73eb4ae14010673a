package dev.voicebot.engine.dashscope;

import dev.voicebot.synthesis.KnownVoice;
import java.util.List;

/**
 * Voices of cosyvoice-v2, for lists and completion; the service has more, and takes any name of its own.
 *
 * @see <a href="https://help.aliyun.com/zh/model-studio/cosyvoice-voice-list">the service's list</a>
 */
public final class CosyVoices {
    private static final List<KnownVoice> V2 = List.of(
            new KnownVoice("longxiaochun_v2", "Chinese and English, female, warm"),
            new KnownVoice("longxiaoxia_v2", "Chinese and English, female, calm"),
            new KnownVoice("longanqin", "Chinese and English, female, friendly"),
            new KnownVoice("longanya", "Chinese and English, female, elegant"),
            new KnownVoice("longanshuo", "Chinese and English, male, fresh"),
            new KnownVoice("longanling", "Chinese and English, female, quick-witted"),
            new KnownVoice("longanzhi", "Chinese and English, male, wise"),
            new KnownVoice("longanrou", "Chinese and English, female, gentle"),
            new KnownVoice("longhan_v2", "Chinese and English, male, warm"),
            new KnownVoice("longxing_v2", "Chinese and English, female, the girl next door"),
            new KnownVoice("longhua_v2", "Chinese and English, female, sweet"),
            new KnownVoice("longwan_v2", "Chinese and English, female, learned"),
            new KnownVoice("longcheng_v2", "Chinese and English, male, young"),
            new KnownVoice("longxiaocheng_v2", "Chinese and English, male, low"),
            new KnownVoice("longyan_v2", "Chinese and English, female, mild"),
            new KnownVoice("longtian_v2", "Chinese and English, male, reasonable"),
            new KnownVoice("longze_v2", "Chinese and English, male, lively"),
            new KnownVoice("longhao_v2", "Chinese and English, male, melancholy"),
            new KnownVoice("longhuhu", "Chinese and English, child, girl"),
            new KnownVoice("longjielidou_v2", "Chinese and English, child, boy"),
            new KnownVoice("longlaotie_v2", "Chinese, male, north-eastern accent"),
            new KnownVoice("longjiayi_v2", "Cantonese, female"),
            new KnownVoice("longtao_v2", "Cantonese, female"),
            new KnownVoice("longfei_v2", "Chinese and English, male, recites poems"),
            new KnownVoice("libai_v2", "Chinese and English, male, recites poems"),
            new KnownVoice("longshu_v2", "Chinese and English, male, reads the news"),
            new KnownVoice("loongbella_v2", "Chinese and English, female, reads the news"),
            new KnownVoice("longshuo_v2", "Chinese and English, male, reads the news"),
            new KnownVoice("longxiaobai_v2", "Chinese and English, female, reads the news"),
            new KnownVoice("longjing_v2", "Chinese and English, female, reads the news"),
            new KnownVoice("loongstella_v2", "Chinese and English, female, reads the news"),
            new KnownVoice("loongeva_v2", "British English, female"),
            new KnownVoice("loongbrian_v2", "British English, male"),
            new KnownVoice("loongemily_v2", "British English, female"),
            new KnownVoice("loongeric_v2", "British English, male"),
            new KnownVoice("loongabby_v2", "American English, female"),
            new KnownVoice("loongandy_v2", "American English, male"),
            new KnownVoice("loongava_v2", "American English, female"),
            new KnownVoice("loongdavid_v2", "American English, male"),
            new KnownVoice("loongyuuna_v2", "Japanese, female"),
            new KnownVoice("loongyuuma_v2", "Japanese, male"),
            new KnownVoice("loongtomoka_v2", "Japanese, female"),
            new KnownVoice("loongtomoya_v2", "Japanese, male"),
            new KnownVoice("loongjihun_v2", "Korean, male"),
            new KnownVoice("loongkyong_v2", "Korean, female"));

    private CosyVoices() {}

    /** The known ones of {@code model}; none where the model has other voices. */
    public static List<KnownVoice> of(String model) {
        return model.equals("cosyvoice-v2") ? V2 : List.of();
    }
}
