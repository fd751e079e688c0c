package io.outrider.qualify.verdict;

/**
 * What makes a repeat recognizable.
 *
 * @param bodyHash SHA-256 of the method and the body
 */
public record RequestKey(String workspace, String requestId, byte[] bodyHash) {}
