package io.outrider.review.slack;

import io.outrider.review.queue.DecisionType;
import java.net.URI;
import java.time.Instant;

/**
 * A decision of the channel that was held when its message was last changed.
 *
 * @param by the reviewer's subject
 * @param slackUser the same person, as Slack knows them
 * @param answerTo where the message can be changed from
 */
record HeldHere(
        String workspace,
        String itemId,
        int version,
        String by,
        DecisionType type,
        String slackUser,
        URI answerTo,
        Instant decided) {

    /** Who did what, without a full stop. */
    String words() {
        return (type == DecisionType.REJECT ? "Rejected by <@" : "Accepted by <@") + Blocks.escape(slackUser) + ">";
    }
}
