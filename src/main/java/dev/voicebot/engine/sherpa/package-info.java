/** Recognition and voices of this computer's own, by sherpa-onnx in a process of its own. */
@NullMarked
package dev.voicebot.engine.sherpa;

import org.jspecify.annotations.NullMarked;
