/** The services a run calls, with one layer of retries. */
@NullMarked
package io.outrider.orchestrator.agent;

import org.jspecify.annotations.NullMarked;
