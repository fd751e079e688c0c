package io.outrider.orchestrator.rest.agents;

import io.outrider.type.v1.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent found.
 *
 * @param data one of the views; null where nothing was found
 * @param works of every service that took part, in order
 */
record Answered(boolean found, @Nullable Object data, List<Work> works) {}
