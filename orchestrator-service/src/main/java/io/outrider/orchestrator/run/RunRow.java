package io.outrider.orchestrator.run;

import io.outrider.orchestrator.v1.Run;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored: what callers see of it, and what only the engine needs.
 *
 * @param run without timeline and actions
 * @param requestedPlaybook empty where qualification chooses
 * @param levelOpen whether the level is settled together with the playbook, by qualification
 * @param skipped steps that failed and were gone without
 * @param missing why, in words for the reviewer
 * @param outageSince when a called service stopped to answer; null while all do
 * @param cancelReason null unless somebody asked to cancel
 * @param hold why it must not go on for now
 * @param limit the run's own budget
 */
public record RunRow(
        String workspace,
        Run run,
        int leg,
        String requestedPlaybook,
        boolean levelOpen,
        boolean disqualified,
        Set<String> skipped,
        List<String> missing,
        @Nullable Instant outageSince,
        @Nullable String cancelReason,
        Hold hold,
        SpendLimit limit) {

    public RunRow {
        skipped = Set.copyOf(skipped);
        missing = List.copyOf(missing);
    }

    public RunKey key() {
        return new RunKey(workspace, run.getId());
    }

    public LegId legId() {
        return new LegId(key(), leg);
    }
}
