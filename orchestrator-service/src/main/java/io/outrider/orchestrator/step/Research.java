package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.research.v1.GetBriefRequest;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Unknown;
import io.outrider.type.v1.Work;
import jakarta.enterprise.context.ApplicationScoped;

/** Step 1: what is public about the account. */
@ApplicationScoped
class Research {

    private final Steps steps;
    private final Agents agents;

    Research(Steps steps, Agents agents) {
        this.steps = steps;
        this.agents = agents;
    }

    /** A brief that knows nothing where the step failed and the playbook goes on without it. */
    Sourced<Brief> of(Journey journey) {
        var run = journey.run();
        if (run.getShadow() && !run.getBriefId().isEmpty()) {
            return pinned(journey);
        }
        var request = ResearchAccountRequest.newBuilder()
                .setRequestId(journey.requestId(RunStep.RESEARCH))
                .setAccount(run.getAccount())
                .setDepth(run.getDepth())
                .setLevel(journey.levelBeforeChoice())
                .build();
        var answer = steps.run(
                journey,
                RunStep.RESEARCH,
                deadline -> agents.research(journey.workspace(), Lanes.of(journey.run()), deadline)
                        .researchAccount(request));
        if (answer.isEmpty()) {
            return Sourced.nothing(Brief.newBuilder()
                    .setAccount(run.getAccount())
                    .addUnknowns(Unknown.newBuilder().setQuestion("Everything").setWhy("research failed"))
                    .build());
        }
        var brief = answer.get().getBrief();
        var work = answer.get().getWork();
        run.setBriefId(brief.getId());
        steps.record(
                journey,
                RunStep.RESEARCH,
                work,
                "%d claims, coverage %.2f".formatted(brief.getClaimsCount(), brief.getCoverage()));
        return new Sourced<>(brief, work);
    }

    /** The brief that the caller named, or that this shadow's research came to in an earlier leg. */
    private Sourced<Brief> pinned(Journey journey) {
        var run = journey.run();
        var request = GetBriefRequest.newBuilder().setBriefId(run.getBriefId()).build();
        var brief = steps.run(
                        journey,
                        RunStep.RESEARCH,
                        deadline -> agents.research(journey.workspace(), Lanes.of(journey.run()), deadline)
                                .getBrief(request)
                                .getBrief())
                .orElseThrow(() -> new Interrupted.Halted("NO_BRIEF", "The brief to work from is not there"));
        if (!brief.getAccount().getDomain().equals(run.getAccount().getDomain())) {
            throw new Interrupted.Halted(
                    "BRIEF_OF_ANOTHER_ACCOUNT",
                    "The brief to work from is of " + brief.getAccount().getDomain());
        }
        steps.record(
                journey,
                RunStep.RESEARCH,
                Work.getDefaultInstance(),
                "%d claims of brief %s; the web was not read again".formatted(brief.getClaimsCount(), brief.getId()));
        return new Sourced<>(brief, Work.getDefaultInstance());
    }
}
