/** Speech recognition and synthesis by DashScope, over its SDK. */
@NullMarked
package dev.voicebot.engine.dashscope;

import org.jspecify.annotations.NullMarked;
