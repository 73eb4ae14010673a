package dev.voicebot.markdown;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How wide the columns of tables were drawn, so that rows that come later stand below the ones that were let go. */
final class TableWidths {
    private final Map<Integer, int[]> drawn = new HashMap<>();

    /** {@code wanted}, or what was drawn before where rows have gone and it still fits. */
    int[] of(int table, int[] wanted, boolean begun, int available) {
        int[] before = drawn.get(table);
        if (begun
                && before != null
                && before.length == wanted.length
                && Arrays.stream(before).sum() <= available) {
            return before;
        }
        drawn.put(table, wanted);
        return wanted;
    }
}
