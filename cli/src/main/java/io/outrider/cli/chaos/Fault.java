package io.outrider.cli.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways in which things go wrong. */
enum Fault {
    KILL_RESEARCH,
    KILL_QUALIFY,
    KILL_MESSAGING,
    KILL_REVIEW,
    KILL_ORCHESTRATOR,
    KILL_REPLICA,
    FREEZE_SERVICE,
    FREEZE_ORCHESTRATOR,
    /** For longer than the lease of what it carries: others have taken it over by the time it wakes up. */
    FREEZE_PAST_LEASE,
    CRASH_DATABASE,
    KILL_DATABASE,
    END_SESSIONS,
    /** The outside takes a call and says nothing: nobody knows whether it happened. */
    CUT_AFTER,
    /** The outside is not there. */
    CUT_BEFORE;

    /**
     * Every fault once, in an order of the seed's; common ones twice.
     *
     * @param patient with the one that takes half a minute
     */
    static List<Fault> deck(Random random, boolean patient) {
        var deck = new ArrayList<>(List.of(values()));
        if (!patient) {
            deck.remove(FREEZE_PAST_LEASE);
        }
        deck.addAll(List.of(FREEZE_SERVICE, END_SESSIONS, CUT_AFTER, CUT_BEFORE));
        Collections.shuffle(deck, random);
        return deck;
    }
}
