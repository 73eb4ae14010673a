package dev.voicebot.wording.tokens;

/** A currency: its unit and hundredth in English, its unit in Chinese; a hundredth that is not used is empty. */
public record Currency(String one, String many, String cent, String cents, String chinese) {}
