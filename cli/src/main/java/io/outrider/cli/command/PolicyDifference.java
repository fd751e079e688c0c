package io.outrider.cli.command;

import io.outrider.review.v1.Gate;
import io.outrider.review.v1.PolicyChange;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.TestPolicyResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One proposal that another policy would send another way, in words. */
final class PolicyDifference {

    /** From nobody asked to nothing done. */
    private static final List<String> OUTCOMES = List.of("GRANTED", "PENDING", "REFUSED");

    private static final List<Gate> GATES =
            List.of(Gate.GATE_AUTONOMOUS, Gate.GATE_SPOT_CHECK, Gate.GATE_BATCH_REVIEW, Gate.GATE_MANDATORY);

    private PolicyDifference() {}

    static String now(PolicyChange change) {
        return words(change.getOldOutcome(), change.getOldGate());
    }

    static String then(PolicyChange change) {
        return words(change.getNewOutcome(), change.getNewGate());
    }

    /** Reasons that the policy as it is does not give; where it only drops some, those. */
    static String because(PolicyChange change) {
        var added = without(change.getNewReasonsList(), change.getOldReasonsList());
        return added.isEmpty() ? "no more " + without(change.getOldReasonsList(), change.getNewReasonsList()) : added;
    }

    /** Whether any proposal would get less review. Not every change is told one by one; the counts have all. */
    static boolean looser(TestPolicyResponse answer) {
        return answer.getChangesList().stream().anyMatch(PolicyDifference::looser)
                || answer.getCountsMap().keySet().stream()
                        .map(way -> way.split(" -> ", 2))
                        .anyMatch(way -> OUTCOMES.indexOf(way[1]) < OUTCOMES.indexOf(way[0]));
    }

    /** Whether fewer people would look, or the same less closely. */
    static boolean looser(PolicyChange change) {
        var outcome =
                Integer.compare(OUTCOMES.indexOf(change.getNewOutcome()), OUTCOMES.indexOf(change.getOldOutcome()));
        return outcome < 0 || outcome == 0 && GATES.indexOf(change.getNewGate()) < GATES.indexOf(change.getOldGate());
    }

    private static String words(String outcome, Gate gate) {
        return outcome.equals("PENDING")
                ? gate.name()
                        .substring("GATE_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                : outcome.toLowerCase(Locale.ROOT);
    }

    private static String without(List<Reason> some, List<Reason> others) {
        return some.stream()
                .filter(reason -> !others.contains(reason))
                .map(Reason::getRule)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
