/** What the runs of a workspace add up to. */
@NullMarked
package io.outrider.orchestrator.insight;

import org.jspecify.annotations.NullMarked;
