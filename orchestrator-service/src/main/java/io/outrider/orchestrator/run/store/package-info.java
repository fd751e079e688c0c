/**
 * Runs in PostgreSQL, in plain SQL on the reactive client: every statement takes many rows, so that runs that move at the
 * same time share round trips and commits.
 */
@NullMarked
package io.outrider.orchestrator.run.store;

import org.jspecify.annotations.NullMarked;
