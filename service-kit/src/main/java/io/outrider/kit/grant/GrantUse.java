package io.outrider.kit.grant;

/**
 * What somebody is about to do with a grant.
 *
 * @param payload the exact bytes that the connector will act on
 */
public record GrantUse(String workspace, String actionType, String runId, String proposalKey, byte[] payload) {}
