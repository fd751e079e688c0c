/** The run: its states, its row, the queue that drives it, and RunService. */
@NullMarked
package io.outrider.orchestrator.run;

import org.jspecify.annotations.NullMarked;
