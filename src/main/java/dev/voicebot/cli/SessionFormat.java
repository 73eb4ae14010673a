package dev.voicebot.cli;

import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionJson;
import dev.voicebot.sessions.SessionMarkdown;
import java.time.ZoneId;
import java.util.Locale;

/** What a conversation can be exported as. */
enum SessionFormat {
    MD,
    JSON;

    /** The whole document; times are told as the clocks in {@code zone} show them. */
    String of(SavedSession session, ZoneId zone) {
        return switch (this) {
            case MD -> new SessionMarkdown(zone).of(session);
            case JSON -> SessionJson.of(session) + "\n";
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
