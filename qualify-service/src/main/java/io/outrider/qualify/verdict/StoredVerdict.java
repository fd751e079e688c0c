package io.outrider.qualify.verdict;

import java.time.Instant;

/**
 * A verdict as it is kept: whole, as the caller got it.
 *
 * @param verdict the serialized contract message
 * @param work the serialized contract message; empty for an override
 */
public record StoredVerdict(
        String workspace, String id, String domain, Instant createTime, byte[] verdict, byte[] work) {}
