/** Signals: what happened at accounts, and what it adds up to. */
@NullMarked
package io.outrider.orchestrator.signal;

import org.jspecify.annotations.NullMarked;
