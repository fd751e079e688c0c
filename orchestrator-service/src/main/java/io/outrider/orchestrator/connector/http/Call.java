package io.outrider.orchestrator.connector.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to an outside system.
 *
 * @param body its exact bytes; empty for none
 * @param writes whether the provider changes anything when it gets this request; a POST that only searches does not
 */
public record Call(String method, URI uri, Map<String, String> headers, byte[] body, boolean writes) {

    public static Call read(String method, URI uri, byte[] body) {
        return new Call(method, uri, Map.of(), body, false);
    }

    /** @param idempotencyKey sent as Idempotency-Key: a provider that knows it does the write once */
    public static Call write(String method, URI uri, byte[] body, String idempotencyKey) {
        return new Call(method, uri, Map.of("Idempotency-Key", idempotencyKey), body, true);
    }

    public Call with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, writes);
    }

    public Call to(URI other) {
        return new Call(method, other, headers, body, writes);
    }
}
