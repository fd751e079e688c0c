package io.outrider.sandbox.received;

import java.time.Instant;

/**
 * One call that the outside world received.
 *
 * @param seq from 1, in the order of arrival over all kinds
 * @param key the caller's idempotency key, empty where it sent none
 * @param body as it arrived; empty where only counts are kept
 * @param status what was answered
 * @param effect whether the call changed the outside world: false for reads, refusals and suppressed repeats
 * @param recipient the person or record it reached, for example an email address; empty for none
 * @param duplicate whether an earlier call with the same key was answered again
 * @param cut whether the connection was cut after the effect, so that the caller saw no answer
 */
public record Entry(
        long seq,
        Kind kind,
        Instant time,
        String method,
        String path,
        String key,
        String body,
        int status,
        boolean effect,
        String recipient,
        boolean duplicate,
        boolean cut) {}
