package io.outrider.review.queue;

import io.outrider.kit.error.Check;

/**
 * Which open items a reviewer wants to see. Empty strings mean any.
 *
 * @param lane "MANDATORY", "BATCH", "SPOT_CHECK", "PARTIAL" or "UNKNOWN_OUTCOME", whose items are decided already
 * @param rule one of the item's reasons, for example "confidence-below-threshold"
 * @param assignee who holds the claim
 */
public record QueueFilter(
        String lane, String actionType, String playbookId, String domain, String rule, String assignee) {

    public static final QueueFilter ALL = new QueueFilter("", "", "", "", "", "");

    private static final int LONGEST = 200;

    public QueueFilter {
        Check.atMost(lane, LONGEST, "lane");
        Check.atMost(actionType, LONGEST, "action");
        Check.atMost(playbookId, LONGEST, "playbook");
        Check.atMost(domain, LONGEST, "domain");
        Check.atMost(rule, LONGEST, "rule");
        Check.atMost(assignee, LONGEST, "assignee");
    }
}
