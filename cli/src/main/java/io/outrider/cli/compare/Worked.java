package io.outrider.cli.compare;

import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run found out and would do.
 *
 * @param run with its timeline
 * @param facts by predicate; only what a quote supports
 */
record Worked(Run run, Map<String, Set<String>> facts) {

    private static final Set<ClaimStatus> STANDING =
            Set.of(ClaimStatus.CLAIM_STATUS_SUPPORTED, ClaimStatus.CLAIM_STATUS_PARTIALLY);

    static Worked of(Run run, List<Claim> claims) {
        Map<String, Set<String>> facts = claims.stream()
                .filter(claim -> STANDING.contains(claim.getStatus())
                        && claim.getSupersededBy().isEmpty())
                .collect(Collectors.groupingBy(
                        Claim::getPredicate,
                        TreeMap::new,
                        Collectors.mapping(Claim::getValue, Collectors.toCollection(TreeSet::new))));
        return new Worked(run, facts);
    }

    int factCount() {
        return facts.values().stream().mapToInt(Set::size).sum();
    }

    boolean drafted() {
        return !run.getSequenceId().isEmpty();
    }

    boolean broke() {
        return run.getState() == RunState.RUN_STATE_FAILED || run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION;
    }

    boolean disqualified() {
        return run.getState() == RunState.RUN_STATE_DISQUALIFIED;
    }

    /** What it proposed, or as a shadow would have proposed. */
    Set<String> proposals() {
        return Stream.concat(
                        run.getActionsList().stream().map(action -> action.getActionType()),
                        run.getTimelineList().stream()
                                .filter(entry -> entry.getEvent().equals("would propose"))
                                .map(entry -> entry.getDetail()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
