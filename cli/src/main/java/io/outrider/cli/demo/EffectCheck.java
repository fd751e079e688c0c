package io.outrider.cli.demo;

import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether what arrived outside is exactly what was granted: an effect for each action that was carried out, none without a
 * grant, none twice. The joint is the idempotency key that an action sends with its calls.
 */
public record EffectCheck(int actions, int effects, List<String> problems) {

    public EffectCheck {
        problems = List.copyOf(problems);
    }

    /**
     * @param granted the payload hash of each grant that review gave, by its id
     * @param received every call that changed something
     */
    public static EffectCheck of(List<Run> runs, Map<String, String> granted, List<Received> received) {
        var problems = new ArrayList<String>();
        var byKey = new HashMap<String, RunAction>();
        var done = runs.stream()
                .flatMap(run -> run.getActionsList().stream())
                .filter(action -> action.getState() == ActionState.ACTION_STATE_DONE)
                .toList();
        for (var action : done) {
            if (byKey.put(action.getIdempotencyKey(), action) != null) {
                problems.add("two actions share the key " + action.getIdempotencyKey());
            }
            requireGrant(action, granted, problems);
        }
        var effects = received.stream().filter(call -> !call.duplicate()).toList();
        requireEffects(done, effects, problems);
        requireKnown(byKey, effects, problems);
        requireOnce(effects, problems);
        return new EffectCheck(done.size(), effects.size(), problems);
    }

    public boolean equal() {
        return problems.isEmpty();
    }

    private static void requireGrant(RunAction action, Map<String, String> granted, List<String> problems) {
        var hash = granted.get(action.getGrantId());
        if (hash == null) {
            problems.add(action.getActionType() + " was done under grant \"" + action.getGrantId()
                    + "\", which review does not know");
        } else if (!hash.equals(action.getPayloadSha256())) {
            problems.add(action.getActionType() + " acted on another payload than grant " + action.getGrantId());
        }
    }

    private static void requireEffects(List<RunAction> done, List<Received> effects, List<String> problems) {
        var keys = effects.stream().map(Received::key).collect(Collectors.toSet());
        done.stream()
                .filter(action -> !keys.contains(action.getIdempotencyKey()))
                .forEach(action -> problems.add(action.getActionType() + " counts as done, but nothing arrived for "
                        + action.getIdempotencyKey()));
    }

    private static void requireKnown(Map<String, RunAction> byKey, List<Received> effects, List<String> problems) {
        effects.stream()
                .filter(effect -> !byKey.containsKey(effect.key()))
                .forEach(effect -> problems.add(effect.kind() + " received " + effect.method() + " " + effect.path()
                        + " with key \"" + effect.key() + "\", which no granted action carries"));
    }

    /** One action may take several calls (find or make the prospect, then enrol), but each only once. */
    private static void requireOnce(List<Received> effects, List<String> problems) {
        effects.stream()
                .collect(Collectors.groupingBy(
                        (Function<Received, String>)
                                effect -> effect.key() + " " + effect.method() + " " + effect.path(),
                        Collectors.counting()))
                .forEach((call, count) -> {
                    if (count > 1) {
                        problems.add("arrived " + count + " times: " + call);
                    }
                });
    }
}
