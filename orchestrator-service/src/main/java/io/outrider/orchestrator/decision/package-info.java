/** Reads the decisions of the review service and wakes the runs they are about. */
@NullMarked
package io.outrider.orchestrator.decision;

import org.jspecify.annotations.NullMarked;
