/** Formulas, in LaTeX or as people type them: parsed, then said. */
@NullMarked
package dev.voicebot.wording.formula;

import org.jspecify.annotations.NullMarked;
