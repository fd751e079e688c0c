package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Backoff;
import io.outrider.orchestrator.budget.Answer;
import io.outrider.orchestrator.budget.Budgets;
import io.outrider.orchestrator.budget.Estimates;
import io.outrider.orchestrator.budget.Estimates.ModelStep;
import io.outrider.orchestrator.budget.Spend;
import io.outrider.orchestrator.budget.Want;
import io.outrider.orchestrator.run.Levels;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.v1.Run;
import io.outrider.type.v1.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Reserves what a leg may spend on models before it begins to, for all the steps that it has before it. */
@ApplicationScoped
class Allowance {

    private static final String OWN_BUDGET = "OWN_BUDGET";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Budgets budgets;
    private final Estimates estimates;
    private final Clock clock;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    Allowance(Budgets budgets, Estimates estimates, Clock clock) {
        this.budgets = budgets;
        this.estimates = estimates;
        this.clock = clock;
    }

    /** @throws Interrupted where the leg must wait, or where the run's own budget is too small for what is before it */
    void ask(Journey journey, RunRow row) {
        reserve(journey, row, ahead(row.run()), false);
    }

    /** For drafts that came back from the gate. @throws Interrupted likewise */
    void askAgain(Journey journey, RunRow row, boolean fromFreshFacts) {
        reserve(journey, row, fromFreshFacts ? Estimates.all() : EnumSet.of(ModelStep.DRAFT), true);
    }

    private void reserve(Journey journey, RunRow row, Set<ModelStep> steps, boolean again) {
        var run = row.run();
        var level = most(journey);
        var bound = estimates
                .of(steps, level != Level.LEVEL_RULES, level.getNumber() >= Level.LEVEL_GUIDED.getNumber())
                .spend();
        var cost = run.getCost();
        var soFar = new Spend(cost.getMicroUsd(), cost.getPromptTokens() + cost.getCompletionTokens());
        checkOwn(row, bound, soFar);
        var crowdedBefore = Answer.Crowded.is(run.getReason());
        switch (budgets.reserve(new Want(row.key(), run.getPlaybookId(), bound, soFar, again))
                .join()) {
            case Answer.Granted ignored -> {
                if (crowdedBefore) {
                    journey.trouble().outage(null);
                }
            }
            case Answer.Crowded(String reason) -> throw crowded(journey, reason, crowdedBefore);
            case Answer.Exhausted(String reason, long revision) ->
                throw new Interrupted.Held(reason, tomorrow(), revision);
        }
    }

    /** While the level is open, what is asked may be asked at any that a playbook says. */
    private static Level most(Journey journey) {
        var level = journey.run().getLevel();
        if (!journey.levelOpen()) {
            return level;
        }
        var chosen = !journey.run().getPlaybookId().isEmpty();
        return Stream.concat(
                        Stream.of(level, journey.levelBeforeChoice()),
                        chosen
                                ? Stream.empty()
                                : journey.library().library().getPlaybooksList().stream()
                                        .map(Levels::of))
                .max(Comparator.comparing(Level::getNumber))
                .orElseThrow();
    }

    /** Each try takes the lock of the workspace's budgets: the pauses grow while the crowd lasts. */
    private Interrupted crowded(Journey journey, String reason, boolean before) {
        var now = journey.now();
        var since = before ? journey.trouble().awaySince(now) : now;
        journey.trouble().outage(since);
        return new Interrupted.Postponed(reason, A_MOMENT.plus(backoff.afterOutage(Duration.between(since, now))));
    }

    /** The run is held now: nothing that was set in between may be missed. */
    void held(RunKey run, Interrupted.Held why) {
        if (why.until() != null) {
            budgets.held(run, why.revision()).join();
        }
    }

    private static void checkOwn(RunRow row, Spend bound, Spend soFar) {
        var limit = row.limit();
        if (limit.microUsd() > 0 && bound.microUsd() > 0 && soFar.microUsd() + bound.microUsd() > limit.microUsd()) {
            throw new Interrupted.Halted(
                    OWN_BUDGET,
                    "The run's own budget of $%.4f would not cover its next steps, which may cost $%.4f"
                            .formatted(limit.microUsd() / 1e6, bound.microUsd() / 1e6));
        }
        if (limit.tokens() > 0 && bound.tokens() > 0 && soFar.tokens() + bound.tokens() > limit.tokens()) {
            throw new Interrupted.Halted(
                    OWN_BUDGET,
                    "The run's own budget of %,d tokens would not cover its next steps, which may use %,d"
                            .formatted(limit.tokens(), bound.tokens()));
        }
    }

    private static Set<ModelStep> ahead(Run run) {
        return switch (run.getStep()) {
            case RUN_STEP_RESEARCH, RUN_STEP_UNSPECIFIED -> EnumSet.allOf(ModelStep.class);
            case RUN_STEP_QUALIFY -> EnumSet.of(ModelStep.QUALIFY, ModelStep.DRAFT);
            case RUN_STEP_DRAFT -> EnumSet.of(ModelStep.DRAFT);
            case RUN_STEP_PROPOSE, RUN_STEP_ACT, RUN_STEP_DONE, UNRECOGNIZED -> EnumSet.noneOf(ModelStep.class);
        };
    }

    private Instant tomorrow() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
