/** Uses the program for minutes or hours while services, devices, disk and process fail at random: {@code scripts/soak}. */
package dev.voicebot.soak;
