package io.outrider.orchestrator.step;

import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which time the agents are asked, and what a later time has cost so far. That is taken into the run once the round has
 * ended: one that is put off is asked for again, and answers at the same cost again.
 */
final class Round {

    private int number;
    private final Set<String> models = new LinkedHashSet<>();
    private Cost spent = Cost.getDefaultInstance();

    /** From here on agents are asked anew rather than for what they answered before; 0 is the first round. */
    void begin(int next) {
        number = next;
    }

    boolean isFirst() {
        return number == 0;
    }

    /** Of request ids. */
    String suffix() {
        return number == 0 ? "" : ":r" + number;
    }

    void worked(Work work) {
        spent = Costs.sum(spent, work.getCost());
        models.addAll(work.getModelsList());
    }

    /** Those that have worked since they were last taken. */
    List<String> takeModels() {
        var taken = List.copyOf(models);
        models.clear();
        return taken;
    }

    Cost spent() {
        return spent;
    }

    /** What was spent since it was last taken. */
    Cost take() {
        var taken = spent;
        spent = Cost.getDefaultInstance();
        return taken;
    }
}
