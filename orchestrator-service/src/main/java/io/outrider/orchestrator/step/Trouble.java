package io.outrider.orchestrator.step;

import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.v1.RunFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What went wrong with a run: which steps it goes on without, since when it waits for a service, why it will end. */
final class Trouble {

    private final Set<String> skipped;
    private final List<String> missing;
    private @Nullable Instant outageSince;
    /** Whether an earlier leg has told of the present outage. */
    private boolean outageTold;

    private @Nullable RunFailure failure;

    Trouble(RunRow row) {
        skipped = new TreeSet<>(row.skipped());
        missing = new ArrayList<>(row.missing());
        outageSince = row.outageSince();
        outageTold = outageSince != null;
    }

    @Nullable
    Instant outageSince() {
        return outageSince;
    }

    /** From now on, where the run waited for nothing until now. */
    Instant awaySince(Instant now) {
        return outageSince == null ? now : outageSince;
    }

    void outage(@Nullable Instant since) {
        outageSince = since;
        outageTold &= since != null;
    }

    boolean outageTold() {
        return outageTold;
    }

    boolean skipped(RunStep step) {
        return skipped.contains(step.word());
    }

    Set<String> skipped() {
        return Set.copyOf(skipped);
    }

    /** The step failed and its playbook goes on without it. */
    void skip(RunStep step, String why) {
        skipped.add(step.word());
        missing.add(step.word() + ": " + why.replace('\n', ' '));
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    void note(String lacking) {
        if (!missing.contains(lacking)) {
            missing.add(lacking.replace('\n', ' '));
        }
    }

    /** Null while the run will not end as a dead letter. */
    @Nullable
    RunFailure failure() {
        return failure;
    }

    void fail(RunFailure why) {
        failure = why;
    }

    /** What failed is not the run, and it goes on without it. */
    void forgive() {
        failure = null;
    }
}
