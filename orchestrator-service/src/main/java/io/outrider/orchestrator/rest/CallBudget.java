package io.outrider.orchestrator.rest;

import io.outrider.type.v1.Level;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What single agents may spend for their callers. Owned by budgets; the REST door only asks. */
public interface CallBudget {

    /** Work that may ask a model. */
    enum Part {
        RESEARCH,
        QUALIFY,
        DRAFT
    }

    /** @param playbook empty where the caller named none */
    record Call(String workspace, String id, String playbook, Level level, Set<Part> parts) {

        public Call {
            parts = Set.copyOf(parts);
        }
    }

    /** Fails with {@link io.outrider.kit.error.Exhausted} where the budgets of the day do not cover the most that it may spend. */
    Uni<Void> reserve(Call call);

    /**
     * The call broke off. What it spent until then nobody reported: what it may have spent counts for the rest of the day, or
     * until a repeat is answered.
     */
    Uni<Void> keep(Call call);
}
