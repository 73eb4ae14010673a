package dev.voicebot.engine.guide;

import java.util.Optional;

/** Something the guide can do; empty when the question is about something else. */
@FunctionalInterface
interface Skill {
    Optional<String> answer(Question question);
}
