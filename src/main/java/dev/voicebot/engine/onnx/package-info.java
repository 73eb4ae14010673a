/** Models that onnxruntime runs: Silero, in the jar, tells speech from noise; Smart Turn, once pulled, when a turn is over. */
@NullMarked
package dev.voicebot.engine.onnx;

import org.jspecify.annotations.NullMarked;
