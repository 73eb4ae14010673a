/** Keys, and where they may travel. */
@NullMarked
package dev.voicebot.credentials;

import org.jspecify.annotations.NullMarked;
