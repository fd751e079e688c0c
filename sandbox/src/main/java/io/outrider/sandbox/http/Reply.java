package io.outrider.sandbox.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param delayMs how long the endpoint itself takes, in milliseconds
 * @param hangUp cut the connection instead of answering
 */
public record Reply(
        int status,
        String contentType,
        Buffer body,
        Map<String, String> headers,
        long delayMs,
        boolean hangUp,
        Effect effect) {

    public static Reply of(int status, String contentType, Buffer body) {
        return new Reply(status, contentType, body, Map.of(), 0, false, Effect.NONE);
    }

    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", Buffer.buffer(text));
    }

    public static Reply html(int status, String html) {
        return of(status, "text/html; charset=utf-8", Buffer.buffer(html));
    }

    /** Cuts the connection, as a host does that is not there. */
    public static Reply nobody() {
        return new Reply(0, "", Buffer.buffer(), Map.of(), 0, true, Effect.NONE);
    }

    public static Reply redirect(String location) {
        return text(302, "").with(Map.of("Location", location));
    }

    public Reply with(Map<String, String> more) {
        return new Reply(status, contentType, body, more, delayMs, hangUp, effect);
    }

    public Reply after(long millis) {
        return new Reply(status, contentType, body, headers, millis, hangUp, effect);
    }

    /** The same answer with another body. */
    public Reply saying(Buffer other) {
        return new Reply(status, contentType, other, headers, delayMs, hangUp, effect);
    }

    /** Marks that the call changed the outside world and whom it reached. */
    public Reply reaching(String whom) {
        return did(new Effect(true, whom, false));
    }

    /** Marks an earlier answer given again. */
    public Reply again() {
        return did(new Effect(false, effect.recipient(), true));
    }

    private Reply did(Effect what) {
        return new Reply(status, contentType, body, headers, delayMs, hangUp, what);
    }
}
