/** The queue that drives runs: db-scheduler on PostgreSQL, woken by NOTIFY. */
@NullMarked
package io.outrider.orchestrator.run.queue;

import org.jspecify.annotations.NullMarked;
