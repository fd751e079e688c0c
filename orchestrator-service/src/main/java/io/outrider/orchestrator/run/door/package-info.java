/** RunService: from the wire to a run and back. */
@NullMarked
package io.outrider.orchestrator.run.door;

import org.jspecify.annotations.NullMarked;
