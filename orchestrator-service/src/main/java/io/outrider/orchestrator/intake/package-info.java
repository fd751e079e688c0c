/** Checks what callers say about accounts and people before a run is accepted. */
@NullMarked
package io.outrider.orchestrator.intake;

import org.jspecify.annotations.NullMarked;
