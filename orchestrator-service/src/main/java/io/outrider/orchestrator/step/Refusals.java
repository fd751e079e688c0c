package io.outrider.orchestrator.step;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.store.RunStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Tries again later what a provider refused, where the playbook says "retry" of its act step. Only what provably did not
 * happen: an unknown outcome is for a person, whatever the playbook says.
 */
@ApplicationScoped
class Refusals {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    /** About a day, with these pauses: the retry window of the other steps. */
    private static final int MOST = 30;

    private final RunStore store;

    Refusals(RunStore store) {
        this.store = store;
    }

    /** @throws Interrupted.Postponed where any may be tried again */
    void again(Journey journey) {
        var refused = journey.actions().stream()
                .filter(action -> action.state() == ActionState.FAILED)
                .toList();
        // First the refusal is in the ledger, then it is opened again.
        journey.commit();
        var tried = store.reopen(journey.key(), grants(refused), MOST).join();
        if (tried.isEmpty()) {
            return;
        }
        refused.stream()
                .filter(action -> tried.containsKey(action.grant().id()))
                .forEach(action -> journey.put(action.in(ActionState.GRANTED, action.reason())));
        throw new Interrupted.Postponed(
                "act is tried again: a provider refused", pause(Collections.max(tried.values())));
    }

    private static List<String> grants(List<ActionRow> actions) {
        return actions.stream().map(action -> action.grant().id()).toList();
    }

    static Duration pause(int attempt) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
