/** The effect ledger: what may be done outside, at most once, and never without a grant. */
@NullMarked
package io.outrider.orchestrator.effect;

import org.jspecify.annotations.NullMarked;
