package io.outrider.orchestrator.decision;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.lookout.Lookout;
import io.outrider.orchestrator.run.store.Outcomes;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;

/**
 * Tells the gate which effects have an unknown outcome, and what a person found out since, so that its reviewers see them in
 * a lane of their own; and which messages bounced or were complained about, which counts against what let them pass. On a thread of its own: no run waits for it. Any replica may say it; saying it twice changes nothing.
 */
@ApplicationScoped
class TellOutcomes {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST_DETAIL = 2_000;

    /** What the gate will answer again, however often it is told. */
    private static final Set<Code> FOR_GOOD =
            Set.of(Code.UNIMPLEMENTED, Code.NOT_FOUND, Code.FAILED_PRECONDITION, Code.ALREADY_EXISTS);

    private final Agents agents;
    private final Outcomes outcomes;
    private final Lookout lookout = new Lookout(
            "outcomes", LOOK_EVERY, this::all, e -> Log.debugf(e, "The gate has not heard of some outcomes yet"));

    TellOutcomes(Agents agents, Outcomes outcomes) {
        this.agents = agents;
        this.outcomes = outcomes;
    }

    void start(@Observes StartupEvent event) {
        lookout.start();
    }

    void stop(@Observes ShutdownEvent event) {
        lookout.stop();
    }

    private void all() {
        outcomes.news().join().forEach(this::tell);
    }

    private void tell(Outcomes.News news) {
        try {
            agents.review(news.workspace(), DEADLINE)
                    .reportOutcome(ReportOutcomeRequest.newBuilder()
                            .setRequestId(news.effectId() + ":" + news.state())
                            .setItemId(news.itemId())
                            .setOutcome(outcome(news.state()))
                            .setDetail(
                                    news.reason().length() > LONGEST_DETAIL
                                            ? news.reason().substring(0, LONGEST_DETAIL)
                                            : news.reason())
                            .build());
        } catch (StatusRuntimeException e) {
            if (!FOR_GOOD.contains(e.getStatus().getCode())) {
                Log.debugf(e, "The gate has not heard what became of %s", news.effectId());
                return;
            }
        }
        outcomes.told(news).join();
    }

    private static EffectOutcome outcome(String state) {
        return switch (state) {
            case "UNKNOWN" -> EffectOutcome.EFFECT_OUTCOME_UNKNOWN;
            case "UNDONE" -> EffectOutcome.EFFECT_OUTCOME_UNDONE;
            case "DONE" -> EffectOutcome.EFFECT_OUTCOME_EXECUTED;
            case "BOUNCED" -> EffectOutcome.EFFECT_OUTCOME_BOUNCED;
            case "COMPLAINED" -> EffectOutcome.EFFECT_OUTCOME_COMPLAINED;
            // A person found that nothing happened: that says nothing of the draft.
            default -> EffectOutcome.EFFECT_OUTCOME_NOT_EXECUTED;
        };
    }
}
