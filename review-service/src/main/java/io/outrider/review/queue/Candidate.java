package io.outrider.review.queue;

import io.outrider.review.policy.Proposed;

/**
 * A proposal as it came in.
 *
 * @param document the whole proposal, in a form that only the wire reads
 * @param summary the same without payload and evidence
 * @param findings of the checks on what the agent worked from and made, words with a space between
 */
public record Candidate(
        Origin origin, Proposed proposed, Payload payload, byte[] document, byte[] summary, String findings) {}
