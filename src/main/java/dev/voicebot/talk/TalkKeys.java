package dev.voicebot.talk;

import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.KeyProtocol;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that talk: tapped or held. All under the line's lock. */
public final class TalkKeys {
    private final TalkStyle style;
    private final ChatDisplay display;
    private final ChatLine line;
    private final Talking talking;
    private final Holding holding;
    private @Nullable KeyName last;

    public TalkKeys(TalkStyle style, ChatDisplay display, ChatLine line, Talking talking) {
        this.style = style;
        this.display = display;
        this.line = line;
        this.talking = talking;
        this.holding = new Holding(style.hold());
    }

    public void bind() {
        for (KeyName key : style.keys()) {
            line.bind("talk-" + key.name(), () -> press(key), key.sequences());
        }
        style.keys().stream().filter(KeyName::isSpace).findFirst().ifPresent(space -> line.onSpace(() -> space(space)));
        line.bind("talk-released", this::release, List.of(KeyProtocol.RELEASED));
        line.bind("talk-told", this::tellRelease, List.of(KeyProtocol.TOLD_LATE));
        line.bind("talk-repeated", () -> holding.repeat(System.nanoTime()), List.of(KeyProtocol.REPEATED));
    }

    private void press(KeyName key) {
        boolean talks = talking.isTalking();
        Holding.Meaning meaning = holding.press(System.nanoTime(), talks, line.canTellRelease());
        last = talks && last != null ? last : key;
        switch (meaning) {
            case BEGIN -> {
                if (talking.begin()) {
                    line.tellRelease(key);
                }
            }
            case END -> talking.end(Duration.ZERO);
            case WAIT -> display.later(this::quiet, style.hold().gap());
            case NOTHING -> {}
        }
    }

    /** Whether a space means talking: on an empty line, to end what it began, and as long as it is held. */
    private boolean space(KeyName space) {
        boolean began = space.equals(last);
        boolean talks = talking.isTalking()
                ? began
                : line.text().isEmpty() || (began && holding.isRepeating(System.nanoTime()));
        if (talks) {
            press(space);
        }
        return talks;
    }

    private void release() {
        if (holding.release(System.nanoTime()) == Holding.Meaning.END) {
            talking.end(Duration.ZERO);
        }
    }

    private void tellRelease() {
        if (talking.isTalking() && last != null) {
            line.tellRelease(last);
        }
    }

    private void quiet() {
        if (holding.quiet(System.nanoTime()) == Holding.Meaning.END) {
            talking.end(style.hold().gap());
        }
    }
}
