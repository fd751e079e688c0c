package io.outrider.orchestrator.rest.agents;

import io.outrider.orchestrator.rest.CallBudget;
import io.outrider.orchestrator.rest.CallBudget.Part;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;

/** Lets an agent begin only where the workspace's budgets of the day cover the most that it may spend. */
@ApplicationScoped
class AgentAllowance {

    private final CallBudget budget;

    AgentAllowance(CallBudget budget) {
        this.budget = budget;
    }

    /** Fails with {@link io.outrider.kit.error.Exhausted} where they do not. */
    Uni<Answered> of(AgentCall call, AgentAsk ask, Supplier<Uni<Answered>> work) {
        var asked = new CallBudget.Call(call.workspace(), call.id(), ask.playbook(), ask.level(), parts(ask.agent()));
        return budget.reserve(asked).chain(granted -> work.get().onFailure().call(() -> budget.keep(asked)));
    }

    private static Set<Part> parts(AgentKind agent) {
        return switch (agent) {
            case ENRICH_COMPANY, ENRICH_PERSON -> Set.of(Part.RESEARCH);
            case QUALIFY_COMPANY, QUALIFY_PERSON -> Set.of(Part.RESEARCH, Part.QUALIFY);
            case SEQUENCE, CALL_PREP -> Set.of(Part.RESEARCH, Part.QUALIFY, Part.DRAFT);
            case PROSPECTOR -> Set.of();
        };
    }
}
