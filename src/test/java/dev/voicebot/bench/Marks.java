package dev.voicebot.bench;

/**
 * When the stages of one turn were reached here, by {@link System#nanoTime()}.
 *
 * @param tokens the text that was shown, as far as the turn went
 * @param soundBytes how many the recogniser must have got
 */
record Marks(
        long begin,
        long lastWord,
        long transcript,
        long firstToken,
        long firstAudio,
        String understood,
        String tokens,
        long soundBytes) {}
