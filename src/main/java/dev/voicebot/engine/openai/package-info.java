/** Chat, recognition and synthesis by any OpenAI-compatible server, over openai-java. */
@NullMarked
package dev.voicebot.engine.openai;

import org.jspecify.annotations.NullMarked;
