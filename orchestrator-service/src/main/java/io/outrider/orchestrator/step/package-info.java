/** The five steps of a run, and what follows when one fails. */
@NullMarked
package io.outrider.orchestrator.step;

import org.jspecify.annotations.NullMarked;
