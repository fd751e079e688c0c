package io.outrider.orchestrator.step;

import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The actions of a run, and what has happened to it since the last commit: the next one takes all of it along. */
final class Unstored {

    private final Map<String, ActionRow> actions = new LinkedHashMap<>();
    private final Set<String> changed = new TreeSet<>();
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<Settlement> settled = new ArrayList<>();

    /** @param stored as they were read */
    Unstored(List<ActionRow> stored) {
        stored.forEach(action -> actions.put(action.key(), action));
    }

    List<ActionRow> actions() {
        return List.copyOf(actions.values());
    }

    void put(ActionRow action) {
        actions.put(action.key(), action);
        changed.add(action.key());
    }

    void settle(Settlement settlement) {
        settled.add(settlement);
    }

    void tell(TimelineEntry entry) {
        entries.add(entry);
    }

    Move with(RunRow row, Move.Then then) {
        return new Move(
                row, entries, changed.stream().map(key -> actions.get(key)).toList(), settled, then);
    }

    /** The action that is claimed is moved by the claim itself. */
    Claim with(RunKey run, long version, Instant since, Claim.Wanted wanted) {
        var others = changed.stream()
                .filter(key -> !key.equals(wanted.action().key()))
                .map(key -> actions.get(key))
                .toList();
        return new Claim(run, version, since, wanted, entries, others, settled);
    }

    void committed() {
        entries.clear();
        changed.clear();
        settled.clear();
    }
}
