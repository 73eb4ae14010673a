/** Settings: one tree of records, read from TOML and the environment, checked once. */
@NullMarked
package dev.voicebot.config;

import org.jspecify.annotations.NullMarked;
