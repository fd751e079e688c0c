package io.outrider.cli.demo;

import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.output.Table;
import io.outrider.cli.output.Terminal;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Works through the queue: rejects one item, leaves one open, accepts the others where nothing speaks against it. */
final class DemoReviewer {

    private static final String SEQUENCE = "sequence.enrol";

    private final ReviewQueue queue;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> decided = new HashSet<>();

    DemoReviewer(ReviewQueue queue) {
        this.queue = queue;
    }

    void work(Terminal terminal) {
        var items = new ArrayList<>(
                queue.list(ListReviewItemsRequest.newBuilder().setPageSize(200).build()));
        var messages = items.stream()
                .filter(item -> item.getProposal().getActionType().equals(SEQUENCE))
                .toList();
        var rejected = messages.isEmpty() ? items.stream().findFirst().orElse(null) : messages.getFirst();
        var open = messages.size() > 1 ? messages.getLast() : null;
        var table = new Table("ITEM", "ACCOUNT", "ACTION", "DECISION");
        for (var item : items) {
            var decision = item.equals(rejected)
                    ? reject(item)
                    : item.equals(open) ? "left open, as an example" : accept(item);
            counts.merge(decision.split("[ :,]", 2)[0], 1, Integer::sum);
            table.row(
                    item.getId(),
                    item.getProposal().getAccount().getDomain(),
                    item.getProposal().getActionType(),
                    decision);
        }
        table.printTo(terminal);
    }

    /** For example {accepted=40, rejected=1, left=2}. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** The items whose run can go on now. */
    Set<String> decided() {
        return Set.copyOf(decided);
    }

    private String accept(ReviewItem listed) {
        var item = queue.get(listed.getId());
        var problem = Cleanliness.problem(item);
        if (problem.isPresent()) {
            return "left open: " + problem.get();
        }
        var answer = queue.accept(item, "demo: lint and evidence are clean");
        if (answer.getItem().getState() != ItemState.ITEM_STATE_ACCEPTED) {
            return "accepted, waits for another approval";
        }
        decided.add(item.getId());
        return "accepted";
    }

    private String reject(ReviewItem listed) {
        queue.reject(
                queue.get(listed.getId()), RejectReason.REJECT_REASON_TONE, "demo: one is rejected, as an example");
        decided.add(listed.getId());
        return "rejected, as an example";
    }
}
