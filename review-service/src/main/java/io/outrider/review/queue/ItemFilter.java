package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items a reader wants. Empty strings mean any.
 *
 * @param states empty means the open ones
 * @param lane of open items; UNKNOWN_OUTCOME takes the granted ones whose outcome nobody knows, whatever the states. Null for any
 * @param assignee who holds the claim
 * @param rule one of the item's reasons, for example "confidence-below-threshold"
 */
public record ItemFilter(
        Set<ItemState> states,
        String actionType,
        String runId,
        String domain,
        String playbookId,
        String segmentId,
        @Nullable Lane lane,
        String assignee,
        String rule) {

    public static final ItemFilter OPEN = new ItemFilter(Set.of(), "", "", "", "");

    private static final int LONGEST = 200;

    public ItemFilter {
        Check.atMost(segmentId, LONGEST, "segment_id");
        Check.atMost(assignee, LONGEST, "assignee");
        Check.atMost(rule, LONGEST, "rule");
        states = states.isEmpty()
                ? Set.of(ItemState.PENDING, ItemState.CLAIMED, ItemState.ESCALATED)
                : Set.copyOf(states);
    }

    public ItemFilter(Set<ItemState> states, String actionType, String runId, String domain, String playbookId) {
        this(states, actionType, runId, domain, playbookId, "", null, "", "");
    }

    /** Open items are read by priority, others newest first. */
    boolean onlyOpen() {
        return lane != Lane.UNKNOWN_OUTCOME && states.stream().allMatch(ItemState::open);
    }

    /** The states as they are stored: CLAIMED is not. */
    Set<ItemState> stored() {
        var stored = EnumSet.copyOf(states);
        if (stored.remove(ItemState.CLAIMED)
                && !stored.contains(ItemState.PENDING)
                && !stored.contains(ItemState.ESCALATED)) {
            stored.add(ItemState.PENDING);
            stored.add(ItemState.ESCALATED);
        }
        return stored;
    }

    /** Whether open items must be claimed, or must not be; empty where it does not matter. */
    Optional<Boolean> claimed() {
        var claimed = states.contains(ItemState.CLAIMED);
        var unclaimed = states.contains(ItemState.PENDING) || states.contains(ItemState.ESCALATED);
        return claimed == unclaimed || lane == Lane.UNKNOWN_OUTCOME ? Optional.empty() : Optional.of(claimed);
    }
}
