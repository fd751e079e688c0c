package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.review.queue.Hold;
import io.outrider.review.queue.Item;
import io.outrider.review.wire.ReviewAnswers;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * A decision, or those of a batch, that can still be taken back.
 *
 * @param path of the item or the batch
 * @param what in words, for example "Accepted"
 * @param about whom
 * @param seconds until it takes effect
 * @param until when it takes effect, for who sees no countdown
 */
@TemplateData
record HeldRow(String path, String requestId, String what, String about, long seconds, String until) {

    /** The decisions of a batch are one row. */
    static List<HeldRow> of(List<Item> items, Instant now) {
        var batches = new LinkedHashMap<String, List<Item>>();
        for (var item : items) {
            var hold = item.extras().hold();
            if (hold != null) {
                var key = hold.batchId().isEmpty() ? item.id() : hold.batchId();
                batches.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
            }
        }
        return batches.values().stream().map(held -> row(held, now)).toList();
    }

    private static HeldRow row(List<Item> items, Instant now) {
        var item = items.getFirst();
        var hold = Objects.requireNonNull(item.extras().hold());
        var batch = hold.batchId();
        return new HeldRow(
                batch.isEmpty() ? "/items/" + item.id() : "/batches/" + batch,
                Ids.next("req"),
                what(hold),
                batch.isEmpty() ? about(item, now) : items.size() + " items of a batch",
                left(hold, now),
                Texts.second(hold.release()));
    }

    private static String about(Item item, Instant now) {
        var account = ReviewAnswers.listed(item, now).getProposal().getAccount();
        return (account.getName().isEmpty() ? account.getDomain() : account.getName()) + ", "
                + item.origin().actionType();
    }

    static String what(Hold hold) {
        return switch (hold.ballot().type()) {
            case ACCEPT -> "Accepted";
            case EDIT -> "Edited and accepted";
            case RESPOND -> "Sent back";
            case REJECT -> "Rejected";
            case IGNORE -> "Ignored";
        };
    }

    /** Rounded up: what is shown is never over before it is. */
    private static long left(Hold hold, Instant now) {
        return Math.max(0, (Duration.between(now, hold.release()).toMillis() + 999) / 1000);
    }
}
