package io.outrider.sandbox.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request whose body has arrived.
 *
 * @param host without port, in lower case
 * @param path without query
 */
public record Request(String method, String host, String path, MultiMap query, MultiMap headers, Buffer body) {

    public Request {
        host = host.toLowerCase(Locale.ROOT);
    }

    /** The header's value, or empty. */
    public String header(String name) {
        return orEmpty(headers.get(name));
    }

    /** The query parameter's value, or empty. */
    public String param(String name) {
        return orEmpty(query.get(name));
    }

    public String idempotencyKey() {
        return header("Idempotency-Key");
    }

    /** Whether the caller presents any bearer token. The sandbox takes every token but an empty one. */
    public boolean hasBearer() {
        var authorization = header("Authorization");
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                && !authorization.substring(7).isBlank();
    }

    public String text() {
        return body.toString();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
