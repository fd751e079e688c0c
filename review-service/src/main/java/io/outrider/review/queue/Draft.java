package io.outrider.review.queue;

import io.outrider.review.policy.Proposed;
import java.time.Instant;

/**
 * An item as a decision would leave it, and the proposal that goes with it.
 *
 * @param edited whether the document is a new version
 * @param material whether the edit says that the draft was not good enough
 */
record Draft(Item item, byte[] document, Proposed proposed, boolean edited, boolean material) {

    static Draft of(Documents documents, Item item, byte[] document, Ballot ballot, Instant now) {
        var payload = ballot.edited();
        if (ballot.type() != DecisionType.EDIT || payload == null) {
            var decided = Deciding.decide(item, ballot, item.wording(), now);
            return new Draft(decided, document, documents.proposed(document), false, false);
        }
        var before = Payload.parse(documents.payload(document), "payload");
        var messages = Edits.check(item.origin().actionType(), before, payload, documents.messages(document));
        var decided = Deciding.decide(item, ballot, Edits.wording(messages), now);
        var edited = documents.edited(document, payload, messages);
        return new Draft(decided, edited.document(), edited.proposed(), true, Materiality.of(before, payload));
    }

    Draft noted(long millis, String batchId) {
        return new Draft(item.noted(millis, batchId), document, proposed, edited, material);
    }

    Draft with(Answer answer) {
        return new Draft(item.with(answer), document, proposed, edited, material);
    }
}
