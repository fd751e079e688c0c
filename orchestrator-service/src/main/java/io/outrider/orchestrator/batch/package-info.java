/** Batches: progress, pause, resume, cancel. */
@NullMarked
package io.outrider.orchestrator.batch;

import org.jspecify.annotations.NullMarked;
