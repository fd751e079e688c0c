package io.outrider.review.queue;

import java.time.Instant;

/** What became of a proposal. */
public sealed interface Answer {

    /** A signed right to act once. */
    record Granted(String grantId, String jws, String payloadSha256, Instant expires) implements Answer {}

    /** A person decides, or has decided otherwise: the stream of decisions says what. */
    record Waiting() implements Answer {}

    record Refused(String code, String message) implements Answer {}
}
