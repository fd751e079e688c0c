package io.outrider.sandbox.received;

import java.time.Instant;

/** One call before it has its number. See {@link Entry} for the fields. */
public record Call(
        Kind kind,
        String method,
        String path,
        String key,
        String body,
        int status,
        boolean effect,
        String recipient,
        boolean duplicate,
        boolean cut) {

    Entry at(long seq, Instant time) {
        return new Entry(seq, kind, time, method, path, key, body, status, effect, recipient, duplicate, cut);
    }
}
