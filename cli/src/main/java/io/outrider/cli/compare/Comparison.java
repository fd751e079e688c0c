package io.outrider.cli.compare;

import io.outrider.cli.output.Enums;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One account, worked out twice. Differences stand heaviest first. */
record Comparison(Worked a, Worked b, List<Difference> differences) {

    /** From this on a person should look: any one thing that changes what would be done, or several that might. */
    private static final int WORTH_A_LOOK = 30;

    Comparison {
        differences = List.copyOf(differences);
    }

    static Comparison of(Worked a, String nameOfA, Worked b, String nameOfB) {
        return new Comparison(a, b, Differences.between(a, nameOfA, b, nameOfB));
    }

    String domain() {
        return a.run().getAccount().getDomain();
    }

    int weight() {
        return differences.stream().mapToInt(Difference::weight).sum();
    }

    boolean worthALook() {
        return weight() >= WORTH_A_LOOK;
    }

    /** What `--json` prints of it. */
    Map<String, Object> json(String nameOfA, String nameOfB) {
        var json = new TreeMap<String, Object>();
        json.put("domain", domain());
        json.put("weight", weight());
        json.put("worthALook", worthALook());
        json.put("differences", differences);
        json.put("a", side(a, nameOfA));
        json.put("b", side(b, nameOfB));
        return json;
    }

    private static Map<String, Object> side(Worked one, String name) {
        var run = one.run();
        var side = new TreeMap<String, Object>();
        side.put("name", name);
        side.put("runId", run.getId());
        side.put("state", Enums.shown(run.getState()));
        side.put("tier", Enums.shown(run.getTier()));
        side.put("score", run.getScore());
        side.put("confidence", run.getConfidence());
        side.put("playbook", run.getPlaybookId());
        side.put("facts", one.facts());
        side.put("drafted", one.drafted());
        side.put("proposals", one.proposals());
        side.put("degraded", run.getDegraded());
        side.put("costUsd", Costs.usd(run));
        side.put("modelCalls", run.getCost().getModelCalls());
        return side;
    }
}
