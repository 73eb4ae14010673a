package dev.voicebot.talk;

import java.time.Duration;

/**
 * One utterance that hands-free would have taken; times count from the first sound.
 *
 * @param began when speech was noticed, less the time that takes at most
 * @param spokenUntil its last sound of speech
 * @param waited from that until it was taken to be over and its words were understood
 * @param silence the part of the wait that no recognizer is needed for
 * @param pause the longest one that did not end it
 * @param isOver whether its end was noticed; ends that no silence brought do not count
 */
public record TrialUtterance(
        Duration began, Duration spokenUntil, Duration waited, Duration silence, Duration pause, boolean isOver) {}
