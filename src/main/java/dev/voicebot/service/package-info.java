/** What the errors of a service mean, and what the user can do about them. */
@NullMarked
package dev.voicebot.service;

import org.jspecify.annotations.NullMarked;
