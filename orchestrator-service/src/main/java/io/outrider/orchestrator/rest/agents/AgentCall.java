package io.outrider.orchestrator.rest.agents;

import org.jspecify.annotations.Nullable;

/**
 * One question as it is kept.
 *
 * @param revision of the library; 0 where the agent needs none
 * @param answer JSON; null while there is none
 */
record AgentCall(String workspace, String id, String requestId, long revision, byte @Nullable [] answer) {}
