package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What a recognizer has understood of a sentence so far.
 *
 * @param number of the sentence, from 0
 * @param shown the part of {@code text} that is told
 * @param begin of the sentence, in milliseconds of the sound; {@code now} is the end so far
 */
record Understood(int number, String text, int shown, long begin, long now, boolean ended, boolean first) {
    String soFar() {
        return text.substring(0, shown);
    }

    /** The words share the time of the sentence evenly. */
    void words(ArrayNode words) {
        String[] all = soFar().strip().split("\\s+", -1);
        long each = (now - begin) / all.length;
        for (int i = 0; i < all.length; i++) {
            String bare = all[i].replaceAll("[^\\p{L}\\p{N}]+$", "");
            words.addObject()
                    .put("begin_time", begin + i * each)
                    .put("end_time", begin + (i + 1) * each)
                    .put("text", bare)
                    .put("punctuation", all[i].substring(bare.length()))
                    .put("fixed", false);
        }
    }
}
