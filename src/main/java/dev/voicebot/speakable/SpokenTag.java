package dev.voicebot.speakable;

import dev.voicebot.speakable.InlineText.Found;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes tags and comments of HTML away, and puts characters in the place of their entities. */
final class SpokenTag {
    private static final int LONGEST_COMMENT = 400;
    private static final Pattern TAG_SO_FAR =
            Pattern.compile("</?(?:[a-zA-Z][a-zA-Z0-9-]{0,15}(?:[\\s/][^<>]{0,200})?)?");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9-]{0,15})(?:[\\s/][^<>]{0,200})?>");
    private static final Pattern ENTITY_SO_FAR =
            Pattern.compile("&(?:#[xX]?[0-9a-fA-F]{0,6}|[a-zA-Z][a-zA-Z0-9]{0,8})?");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z][a-zA-Z0-9]{1,8});");

    private final InlineText text;

    SpokenTag(InlineText text) {
        this.text = text;
    }

    /**
     * Handles what begins with {@code <}; gives how many characters that were, 0 to wait for more. Of
     * {@code <https://…>} the bracket goes, and the address after it eats the other one.
     */
    int angle(int at, boolean whole) {
        if (text.lookFor("<http", at, whole) == Found.YES) {
            text.previous('<');
            return 1;
        }
        Found comment = text.lookFor("<!--", at, whole);
        if (comment == Found.YES) {
            return comment(at, whole);
        }
        Matcher tag = text.match(TAG, at);
        if (tag.lookingAt()) {
            speak(tag.group(), tag.group(1));
            return tag.end() - at;
        }
        boolean open = comment == Found.MAYBE || mayBecomeTag(at);
        return open && !whole ? 0 : text.emit('<');
    }

    private boolean mayBecomeTag(int at) {
        if (!text.match(TAG_SO_FAR, at).matches()) {
            return false;
        }
        String[] words = text.held().substring(at + 1).replaceFirst("^/", "").split("[\\s/]", 2);
        return words.length < 2 || Html.isTag(words[0]);
    }

    private int comment(int at, boolean whole) {
        int close = text.held().indexOf("-->", at);
        if (close >= 0) {
            return close + 3 - at;
        }
        return whole || text.length() - at > LONGEST_COMMENT ? 4 : 0;
    }

    private void speak(String tag, String name) {
        if (!Html.isTag(name)) { // a placeholder such as <name>
            if (text.previous() != ' ') {
                text.emit(' ');
            }
            text.emit(name);
        } else if (Html.breaksLine(name)) {
            text.emit(text.place() == InlineText.Place.ROW_OF_TABLE ? ' ' : '\n');
        } else if (tag.equals("<sup>") && Character.isLetterOrDigit(text.previous())) {
            text.emit('^');
        }
    }

    /** Handles what begins with {@code &}; gives how many characters that were, 0 to wait for more. */
    int entity(int at, boolean whole) {
        Matcher entity = text.match(ENTITY, at);
        if (entity.lookingAt()) {
            Optional<String> meant = Html.entity(entity.group(1));
            meant.ifPresent(text::emit);
            return meant.isPresent() ? entity.end() - at : text.emit('&');
        }
        boolean open = text.match(ENTITY_SO_FAR, at).matches();
        return open && !whole ? 0 : text.emit('&');
    }
}
