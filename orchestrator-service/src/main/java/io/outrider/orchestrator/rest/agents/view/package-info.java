/** What the agents answer, as flat JSON whose keys are always there; what is not known is null. */
@NullMarked
package io.outrider.orchestrator.rest.agents.view;

import org.jspecify.annotations.NullMarked;
