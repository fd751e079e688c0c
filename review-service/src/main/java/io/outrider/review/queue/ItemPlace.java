package io.outrider.review.queue;

import io.outrider.kit.error.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of items ends: by priority, highest first, then by id. */
record ItemPlace(double priority, String id) {

    static ItemPlace of(Item item) {
        return new ItemPlace(item.gating().priority(), item.id());
    }

    String encode() {
        var raw = priority + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ItemPlace> decode(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            var raw = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var bar = raw.indexOf('|');
            return Optional.of(new ItemPlace(Double.parseDouble(raw.substring(0, bar)), raw.substring(bar + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidField("page_token", "was not issued by this service");
        }
    }
}
