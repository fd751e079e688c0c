package io.outrider.cli.bench;

import io.outrider.orchestrator.v1.RunState;

/**
 * One account at its end, as whoever started it saw it.
 *
 * @param nanos from the request to the end
 */
record Ended(RunState state, boolean degraded, long nanos) {}
