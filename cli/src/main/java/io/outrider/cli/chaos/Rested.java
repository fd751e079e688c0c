package io.outrider.cli.chaos;

import io.outrider.cli.client.Session;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListReviewItemsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the accepted runs are now. */
record Rested(Map<String, Run> runs, Set<String> lost, Set<String> stuck) {

    private static final Set<ItemState> OPEN = Set.of(ItemState.ITEM_STATE_PENDING, ItemState.ITEM_STATE_CLAIMED);

    static final Rested NOTHING = new Rested(Map.of(), Set.of(), Set.of());

    /** Ends that nothing leads away from: such a run is not asked for twice. */
    private static final Set<RunState> ENDED =
            Set.of(RunState.RUN_STATE_COMPLETED, RunState.RUN_STATE_DISQUALIFIED, RunState.RUN_STATE_CANCELLED);

    /**
     * @param accepted ids of runs whose acceptance was answered
     * @param before an earlier look
     */
    static Rested look(Session session, Set<String> accepted, Rested before) {
        var there = listed(session);
        var runs = new TreeMap<String, Run>();
        var lost = new TreeSet<String>();
        var stuck = new TreeSet<String>();
        for (var id : accepted) {
            var listed = there.get(id);
            if (listed == null) {
                lost.add(id);
                continue;
            }
            var known = before.runs.get(id);
            var run = known != null && ENDED.contains(known.getState()) ? known : whole(id, session);
            runs.put(id, run);
            if (!atRest(run, session)) {
                stuck.add(id);
            }
        }
        return new Rested(runs, lost, stuck);
    }

    boolean calm() {
        return lost.isEmpty() && stuck.isEmpty();
    }

    /** Calm, and nobody waits for the reviewer, who decides everything. */
    boolean drained() {
        return calm() && undecided() == 0;
    }

    int undecided() {
        return (int) runs.values().stream()
                .filter(run -> run.getState() == RunState.RUN_STATE_WAITING)
                .count();
    }

    /** Nothing that chaos does is a reason for a run to fail: what was away comes back. */
    List<Run> failed() {
        return runs.values().stream()
                .filter(run -> run.getState() == RunState.RUN_STATE_FAILED)
                .toList();
    }

    /** Those that a grant stands behind, whatever became of them. */
    List<RunAction> granted() {
        return runs.values().stream()
                .flatMap(run -> run.getActionsList().stream())
                .filter(action -> !action.getGrantId().isEmpty())
                .toList();
    }

    List<RunAction> actions(ActionState state) {
        return runs.values().stream()
                .flatMap(run -> run.getActionsList().stream())
                .filter(action -> action.getState() == state)
                .toList();
    }

    private static Run whole(String id, Session session) {
        return session.runs("viewer")
                .getRun(GetRunRequest.newBuilder().setRunId(id).build())
                .getRun();
    }

    private static Map<String, Run> listed(Session session) {
        var all = new TreeMap<String, Run>();
        var token = "";
        do {
            var page = session.runs("viewer")
                    .listRuns(ListRunsRequest.newBuilder()
                            .setPageSize(200)
                            .setPageToken(token)
                            .build());
            page.getRunsList().forEach(run -> all.put(run.getId(), run));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    /** Ended; or for a person, who has an effect to look at whose outcome nobody knows, or that came too late to be made. */
    private static boolean atRest(Run run, Session session) {
        return switch (run.getState()) {
            case RUN_STATE_COMPLETED, RUN_STATE_DISQUALIFIED, RUN_STATE_CANCELLED, RUN_STATE_FAILED -> true;
            case RUN_STATE_NEEDS_ATTENTION ->
                run.getActionsList().stream()
                        .anyMatch(a -> a.getState() == ActionState.ACTION_STATE_UNKNOWN
                                || a.getState() == ActionState.ACTION_STATE_FAILED);
            case RUN_STATE_WAITING -> hasOpenItem(run, session);
            default -> false;
        };
    }

    /** A run that waits for what has been decided would wait for ever. */
    private static boolean hasOpenItem(Run run, Session session) {
        var items = session.reviews("reviewer")
                .listReviewItems(ListReviewItemsRequest.newBuilder()
                        .setRunId(run.getId())
                        .setPageSize(50)
                        .build())
                .getItemsList();
        return items.stream().anyMatch(item -> OPEN.contains(item.getState()));
    }

    /** For example {COMPLETED=40, NEEDS_ATTENTION=2}. */
    Map<String, Integer> states() {
        var counts = new TreeMap<String, Integer>();
        runs.values().forEach(run -> counts.merge(word(run.getState()), 1, Integer::sum));
        return counts;
    }

    /** What an operator would read of those that are not at rest. */
    List<String> complaints() {
        var lines = new ArrayList<String>();
        lost.forEach(id -> lines.add("lost: " + id));
        stuck.forEach(id -> {
            var run = runs.get(id);
            lines.add("stuck: " + id + " " + (run == null ? "" : word(run.getState()) + " " + run.getReason()));
        });
        failed().forEach(run -> lines.add("failed: " + run.getId() + " " + run.getReason()));
        return lines;
    }

    private static String word(RunState state) {
        return state.name().replace("RUN_STATE_", "");
    }
}
