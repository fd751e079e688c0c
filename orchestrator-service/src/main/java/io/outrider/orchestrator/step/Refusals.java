package io.outrider.orchestrator.step;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.run.store.RunStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;

/**
 * Tries again later what a provider refused, where the playbook says "retry" of its act step and has attempts left. Only what
 * provably did not happen: an unknown outcome is for a person, whatever the playbook says.
 */
@ApplicationScoped
class Refusals {

    private final RunStore store;

    Refusals(RunStore store) {
        this.store = store;
    }

    /** @throws Interrupted.Postponed where any may be tried again */
    void again(Journey journey) {
        var refused = refused(journey);
        var most = ActPolicy.of(journey.library().library(), journey.run().getPlaybookId())
                .mostRefused();
        // First the refusal is in the ledger, then it is opened again.
        journey.commit();
        var tried = store.reopen(journey.key(), grants(refused), most).join();
        if (tried.isEmpty()) {
            return;
        }
        refused.stream()
                .filter(action -> tried.containsKey(action.grant().id()))
                .forEach(action -> journey.put(action.in(ActionState.GRANTED, action.reason())));
        throw new Interrupted.Postponed(
                "act is tried again: a provider refused", ActPolicy.pauseAfterRefusal(Collections.max(tried.values())));
    }

    /** How often the one was tried that was tried most. */
    int tries(Journey journey) {
        return store.tries(journey.key(), grants(refused(journey))).join();
    }

    private static List<ActionRow> refused(Journey journey) {
        return journey.actions().stream()
                .filter(action -> action.state() == ActionState.FAILED)
                .toList();
    }

    private static List<String> grants(List<ActionRow> actions) {
        return actions.stream().map(action -> action.grant().id()).toList();
    }
}
