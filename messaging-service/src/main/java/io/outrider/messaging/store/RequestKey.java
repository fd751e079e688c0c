package io.outrider.messaging.store;

/**
 * What makes a repeat recognizable.
 *
 * @param bodyHash SHA-256 of the method's request type and the body
 */
public record RequestKey(String workspace, String requestId, byte[] bodyHash) {}
