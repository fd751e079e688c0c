package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.Levels;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Tier;
import io.outrider.type.v1.Verdict;
import jakarta.enterprise.context.ApplicationScoped;

/** Step 2: whether the account is worth the next step, and which playbook it is for. */
@ApplicationScoped
class Qualify {

    private static final int USUAL_MIN_SCORE = 5;

    private final Steps steps;
    private final Agents agents;

    Qualify(Steps steps, Agents agents) {
        this.steps = steps;
        this.agents = agents;
    }

    /** @throws Interrupted.ForAPerson where there is no verdict: nothing can be chosen without one */
    Sourced<Verdict> of(Journey journey, Brief brief) {
        var run = journey.run();
        var request = QualifyCompanyRequest.newBuilder()
                .setRequestId(journey.requestId(RunStep.QUALIFY))
                .setAccount(run.getAccount())
                .setBrief(brief)
                .setLibrary(journey.library().library())
                .setPlaybookId(journey.requestedPlaybook())
                .setLevel(journey.levelBeforeChoice())
                .build();
        var answer = steps.run(
                        journey,
                        RunStep.QUALIFY,
                        deadline -> agents.qualify(journey.workspace(), Lanes.of(journey.run()), deadline)
                                .qualifyCompany(request))
                .orElseThrow(() -> new Interrupted.ForAPerson("NOT_QUALIFIED", "The account could not be qualified"));
        take(journey, answer.getVerdict());
        steps.record(
                journey,
                RunStep.QUALIFY,
                answer.getWork(),
                "score %d, %s%s".formatted(run.getScore(), Words.of(run.getTier()), chosen(journey)));
        return new Sourced<>(answer.getVerdict(), answer.getWork());
    }

    private static String chosen(Journey journey) {
        var run = journey.run();
        return journey.requestedPlaybook().isEmpty() && !run.getPlaybookId().isEmpty()
                ? "; playbook %s, level %s".formatted(run.getPlaybookId(), Words.of(run.getLevel()))
                : "";
    }

    private static void take(Journey journey, Verdict verdict) {
        var run = journey.run();
        run.setVerdictId(verdict.getId())
                .setScore(verdict.getScore())
                .setTier(verdict.getTier())
                .setConfidence(verdict.getConfidence().getValue());
        if (run.getPlaybookId().isEmpty()) {
            run.setPlaybookId(verdict.getPlaybookId());
        }
        var playbook = Policies.playbook(journey.library().library(), run.getPlaybookId());
        if (journey.levelOpen()) {
            playbook.map(Levels::of).ifPresent(run::setLevel);
        }
        var least = playbook.map(p -> p.getMinScore()).orElse(0);
        if (verdict.getTier() == Tier.TIER_DISQUALIFIED
                || verdict.getScore() < (least == 0 ? USUAL_MIN_SCORE : least)) {
            journey.disqualify();
        }
    }
}
