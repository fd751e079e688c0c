package io.outrider.cli.chaos;

import io.outrider.cli.demo.Received;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.RunAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the outside saw each action once, and only actions that were granted. */
record Twice(List<String> doubled, List<String> ungranted, List<String> missing) {

    /**
     * @param received every call that changed something outside
     * @param named recipients and keys that the sandbox itself counted more than once
     */
    static Twice of(Rested rested, List<Received> received, List<String> named) {
        var done = rested.actions(ActionState.ACTION_STATE_DONE);
        var effects = received.stream().filter(call -> !call.duplicate()).toList();
        return new Twice(
                Stream.concat(named.stream(), repeated(effects).stream()).toList(),
                ungranted(rested.granted(), effects),
                missing(done, effects));
    }

    boolean right() {
        return doubled.isEmpty() && ungranted.isEmpty() && missing.isEmpty();
    }

    /** One action may take several calls (find or make the prospect, then enrol), but each only once. */
    private static List<String> repeated(List<Received> effects) {
        Map<String, Long> counts = effects.stream()
                .collect(Collectors.groupingBy(
                        (Function<Received, String>) call -> call.key() + " " + call.method() + " " + call.path(),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " " + entry.getValue() + " times")
                .toList();
    }

    /** What reached the outside without an action that a grant stands behind. */
    private static List<String> ungranted(List<RunAction> granted, List<Received> effects) {
        var keys = granted.stream().map(RunAction::getIdempotencyKey).collect(Collectors.toSet());
        return effects.stream()
                .filter(effect -> !keys.contains(effect.key()))
                .map(effect -> effect.kind() + " " + effect.path() + " \"" + effect.key() + "\"")
                .distinct()
                .toList();
    }

    /** Actions that count as done and that nobody outside saw. */
    private static List<String> missing(List<RunAction> done, List<Received> effects) {
        Set<String> keys = effects.stream().map(Received::key).collect(Collectors.toCollection(TreeSet::new));
        var missing = new ArrayList<String>();
        done.stream()
                .filter(action -> !keys.contains(action.getIdempotencyKey()))
                .forEach(action -> missing.add(action.getActionType() + " " + action.getIdempotencyKey()));
        return missing;
    }
}
