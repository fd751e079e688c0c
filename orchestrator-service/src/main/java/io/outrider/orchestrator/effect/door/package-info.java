/** EffectService: what was done outside, how it is taken back, and whom nobody writes to. */
@NullMarked
package io.outrider.orchestrator.effect.door;

import org.jspecify.annotations.NullMarked;
