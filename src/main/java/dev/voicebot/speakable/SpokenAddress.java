package dev.voicebot.speakable;

import dev.voicebot.speakable.InlineText.Found;
import dev.voicebot.wording.tokens.Marks;
import java.util.List;

/** Marks where an address of the web begins and ends; a mark at its end belongs to the sentence. */
final class SpokenAddress {
    private static final List<String> BEGINNINGS = List.of("http://", "https://", "www.");

    private final InlineText text;
    private final StringBuilder tail = new StringBuilder(); // marks that may end the address or the sentence
    private boolean isOpen;

    SpokenAddress(InlineText text) {
        this.text = text;
    }

    /** Whether what comes next may belong to an address. */
    boolean isOpen() {
        return isOpen;
    }

    /** Handles the first letter of what may be an address; gives how many characters that were, 0 to wait for more. */
    int begin(int at, boolean whole) {
        if (text.isInsideWord()) {
            return text.emit(text.charAt(at));
        }
        for (String beginning : BEGINNINGS) {
            Found found = text.lookFor(beginning, at, whole);
            if (found == Found.YES) {
                isOpen = true;
                text.out().append(Marks.ADDRESS).append(text.held(), at, at + beginning.length());
                return beginning.length();
            }
            if (found == Found.MAYBE) {
                return 0;
            }
        }
        return text.emit(text.charAt(at));
    }

    /** Whether {@code c} went with the address; if not, the address has ended before it. */
    boolean take(char c) {
        if (c == '>') {
            end();
            return true;
        }
        if (Character.isWhitespace(c) || "<\"`|”’".indexOf(c) >= 0 || c >= '\u2E80') {
            end();
            return false;
        }
        if (".,;:!?)]}'*_~".indexOf(c) >= 0) {
            tail.append(c);
        } else {
            text.out().append(tail).append(c);
            tail.setLength(0);
        }
        return true;
    }

    void end() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        text.out().append(Marks.END).append(tail.toString().replaceAll("[*_~]", ""));
        tail.setLength(0);
        text.previous(' ');
    }
}
