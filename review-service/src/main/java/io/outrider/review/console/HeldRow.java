package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.v1.ReviewItem;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;

/**
 * A decision that has not taken effect yet.
 *
 * @param what in words, for example "Accepted"
 * @param seconds until it takes effect
 */
@TemplateData
record HeldRow(String id, String requestId, String what, String account, String action, long seconds) {

    static HeldRow of(ReviewItem item, Instant now) {
        var left = Duration.between(now, Timestamps.toInstant(item.getReleaseTime()));
        var account = item.getProposal().getAccount();
        return new HeldRow(
                item.getId(),
                Ids.next("req"),
                switch (item.getHeldDecision().getType()) {
                    case DECISION_TYPE_ACCEPT -> "Accepted";
                    case DECISION_TYPE_EDIT -> "Edited and accepted";
                    case DECISION_TYPE_RESPOND -> "Sent back";
                    case DECISION_TYPE_REJECT -> "Rejected";
                    case DECISION_TYPE_IGNORE -> "Ignored";
                    case DECISION_TYPE_UNSPECIFIED, UNRECOGNIZED -> "Decided";
                },
                account.getName().isEmpty() ? account.getDomain() : account.getName(),
                item.getProposal().getActionType(),
                Math.max(0, left.toSeconds()));
    }

    static HeldRow none() {
        return new HeldRow("", "", "", "", "", 0);
    }
}
