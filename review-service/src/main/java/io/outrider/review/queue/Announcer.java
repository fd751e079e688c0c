package io.outrider.review.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words what became of an item for those who watch the stream of decisions. */
public interface Announcer {

    byte[] announce(Item item, Ending ending);

    /**
     * @param by a person's subject, or "policy"
     * @param editedPayload empty unless the item was edited
     */
    record Ending(String by, Instant time, @Nullable RejectReason reason, String comment, byte[] editedPayload) {}
}
