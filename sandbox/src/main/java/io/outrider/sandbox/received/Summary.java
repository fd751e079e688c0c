package io.outrider.sandbox.received;

import java.util.Map;

/**
 * Counts over all that was received since the last reset.
 *
 * @param calls by kind
 * @param effects by kind, calls that changed something
 * @param suppressed by kind, repeats that were answered again without a second effect
 * @param cut by kind, calls whose answer was cut off
 * @param recipients by kind, distinct recipients of effects
 * @param doubled by kind, recipients that more than one effect reached, with how many did
 * @param repeatedKeys by kind, idempotency keys under which more than one effect happened
 */
public record Summary(
        Map<Kind, Long> calls,
        Map<Kind, Long> effects,
        Map<Kind, Long> suppressed,
        Map<Kind, Long> cut,
        Map<Kind, Integer> recipients,
        Map<Kind, Map<String, Integer>> doubled,
        Map<Kind, Map<String, Integer>> repeatedKeys) {}
