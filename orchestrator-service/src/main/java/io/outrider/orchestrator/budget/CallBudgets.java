package io.outrider.orchestrator.budget;

import io.outrider.kit.error.Exhausted;
import io.outrider.orchestrator.budget.Estimates.ModelStep;
import io.outrider.orchestrator.rest.CallBudget;
import io.outrider.type.v1.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Reserves for single agents from the same budgets as for runs. */
@ApplicationScoped
class CallBudgets implements CallBudget {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** Longer than any call of an agent may take with all its attempts. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Budgets budgets;
    private final CallReservations reservations;
    private final Estimates estimates;
    private final Clock clock;

    CallBudgets(Budgets budgets, CallReservations reservations, Estimates estimates, Clock clock) {
        this.budgets = budgets;
        this.reservations = reservations;
        this.estimates = estimates;
        this.clock = clock;
    }

    @Override
    public Uni<Void> reserve(Call call) {
        var bound = bound(call);
        if (bound.isNone()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> budgets.limits(call.workspace()))
                .chain(limited -> limited
                        ? Uni.createFrom()
                                .completionStage(() -> reservations
                                        .reserve(call, bound, clock.instant().plus(LONGEST))
                                        .toCompletionStage())
                        : Uni.createFrom().item(new Answer.Granted()))
                .invoke(this::orRefuse)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> keep(Call call) {
        return Uni.createFrom()
                .completionStage(() -> reservations.keep(call, tomorrow()).toCompletionStage())
                .onFailure()
                .recoverWithNull();
    }

    private Spend bound(Call call) {
        var steps = call.parts().stream()
                .map(part -> ModelStep.valueOf(part.name()))
                .collect(Collectors.toSet());
        var level = call.level();
        return estimates
                .of(steps, level != Level.LEVEL_RULES, level.getNumber() >= Level.LEVEL_GUIDED.getNumber())
                .spend();
    }

    private void orRefuse(Answer answer) {
        switch (answer) {
            case Answer.Granted ignored -> {}
            case Answer.Crowded(String reason) -> throw new Exhausted("BUDGET_RESERVED", reason, A_MOMENT);
            case Answer.Exhausted(String reason, long revision) ->
                throw new Exhausted("BUDGET_EXHAUSTED", reason, untilTomorrow());
        }
    }

    private Duration untilTomorrow() {
        return Duration.between(clock.instant(), tomorrow());
    }

    private Instant tomorrow() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
