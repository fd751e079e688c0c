/** Signals from the customer's own systems. */
@NullMarked
package io.outrider.orchestrator.signal;

import org.jspecify.annotations.NullMarked;
