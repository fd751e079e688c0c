package io.outrider.review.queue;

import java.util.Set;

/**
 * Which items a reader wants. Empty strings mean any.
 *
 * @param states empty means the open ones
 */
public record ItemFilter(Set<ItemState> states, String actionType, String runId, String domain, String playbookId) {

    public static final ItemFilter OPEN = new ItemFilter(Set.of(), "", "", "", "");

    public ItemFilter {
        states = states.isEmpty()
                ? Set.of(ItemState.PENDING, ItemState.CLAIMED, ItemState.ESCALATED)
                : Set.copyOf(states);
    }

    /** Open items are read by priority, others newest first. */
    boolean onlyOpen() {
        return states.stream().allMatch(ItemState::open);
    }
}
