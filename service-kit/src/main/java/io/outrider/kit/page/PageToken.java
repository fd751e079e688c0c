package io.outrider.kit.page;

import io.outrider.kit.error.InvalidField;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The place where a page ends: newest first by time, then by id. Tokens are opaque to callers, so that their shape may
 * change without a new API version.
 */
public record PageToken(Instant time, String id) {

    public String encode() {
        var raw = time + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for an empty token, which means the first page. */
    public static Optional<PageToken> decode(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            var raw = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var bar = raw.indexOf('|');
            return Optional.of(new PageToken(Instant.parse(raw.substring(0, bar)), raw.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidField("page_token", "was not issued by this service");
        }
    }
}
