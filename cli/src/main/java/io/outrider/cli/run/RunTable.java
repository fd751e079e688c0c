package io.outrider.cli.run;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs as rows: account, tier, score, confidence, gate, result. */
public final class RunTable {

    private RunTable() {}

    public static Table of(List<Run> runs) {
        var table = new Table("ACCOUNT", "TIER", "SCORE", "CONF", "GATE", "RESULT", "RUN");
        runs.forEach(run -> table.row(
                run.getAccount().getDomain(),
                Enums.shown(run.getTier()),
                run.getScore() == 0 ? "-" : run.getScore(),
                run.getScore() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", run.getConfidence()),
                gate(run),
                result(run),
                run.getId()));
        return table;
    }

    /** For example "done 3, pending review 1". */
    private static String gate(Run run) {
        Map<ActionState, Long> counts = run.getActionsList().stream()
                .collect(Collectors.groupingBy(RunAction::getState, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(entry -> Enums.shown(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String result(Run run) {
        var marks = (run.getPartial() ? ", partial" : "") + (run.getDegraded() ? ", degraded" : "");
        return Enums.shown(run.getState()) + marks;
    }
}
