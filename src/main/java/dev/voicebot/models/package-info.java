/** The models of a service: which one a part uses, which ones the service offers or lacks. */
@NullMarked
package dev.voicebot.models;

import org.jspecify.annotations.NullMarked;
