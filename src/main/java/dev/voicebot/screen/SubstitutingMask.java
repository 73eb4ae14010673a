package dev.voicebot.screen;

import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.SubstituteCharacters;
import org.jline.reader.MaskingCallback;

/** JLine's one way to change what is drawn of the text without changing the text. */
final class SubstitutingMask implements MaskingCallback {
    @Override
    public String display(String text) {
        return SubstituteCharacters.SHARED.encode(SafeText.rows(text)); // JLine draws a long text as it is
    }

    @Override
    public String history(String text) {
        return text;
    }
}
