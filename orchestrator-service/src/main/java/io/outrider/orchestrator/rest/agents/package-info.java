/** The agents over REST: one flat question, one flat answer. */
@NullMarked
package io.outrider.orchestrator.rest.agents;

import org.jspecify.annotations.NullMarked;
