package io.outrider.review.queue;

import java.time.Instant;

/** Somebody reads the item, so that no two do. */
public record Claim(String by, Instant until) {

    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
