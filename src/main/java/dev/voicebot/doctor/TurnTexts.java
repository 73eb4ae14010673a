package dev.voicebot.doctor;

import java.util.List;

/**
 * What the user is asked to say, in the language that they speak.
 *
 * @param sentences read without a pause
 * @param pauses read with a pause at the dots
 * @param tale read aloud by the program, for half a minute
 */
public record TurnTexts(List<String> sentences, List<String> pauses, String stop, String tale) {
    public static final TurnTexts ENGLISH = new TurnTexts(
            List.of(
                    "What is the weather like tomorrow?",
                    "Please remind me to call my sister at half past seven.",
                    "How do I get from the station to the museum?"),
            List.of(
                    "I would like to order … two cups of green tea.",
                    "Tell me something about … the history of this town.",
                    "My number is one three nine … five six two."),
            "stop",
            "Long ago, a fisherman lived in a hut beside the sea. Every morning he rowed out before the sun came up, and"
                    + " every evening he came home with his nets full. One day the sea was so calm that he could see"
                    + " the stones on the ground, and between them something shone like gold. He let down his"
                    + " line, waited for an hour, and pulled up an old lamp that nobody had touched for a hundred years.");

    public static final TurnTexts CHINESE = new TurnTexts(
            List.of("明天天气怎么样？", "请提醒我七点半给姐姐打电话。", "从火车站到博物馆怎么走？"),
            List.of("我想要点……两杯绿茶。", "请给我讲讲……这座城市的历史。", "我的号码是一三九……五六二。"),
            "停",
            "很久以前，有一个渔夫住在海边的小屋里。每天太阳还没有升起，他就划船出海，傍晚带着满满一网鱼回家。有一天，海面非常平静，他看得见"
                    + "海底的石头，石头中间有什么东西像金子一样闪闪发光。他放下鱼线，等了一个小时，拉上来一盏一百年没有人碰过的旧灯。");
}
