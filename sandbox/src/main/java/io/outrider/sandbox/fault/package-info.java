/** Latency, refusals, cut connections and spoilt answers, switched on by rule. */
@NullMarked
package io.outrider.sandbox.fault;

import org.jspecify.annotations.NullMarked;
