package io.outrider.orchestrator.budget;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.library.Libraries;
import io.outrider.orchestrator.run.SpendLimit;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.v1.Budget;
import io.outrider.orchestrator.v1.BudgetScope;
import io.outrider.orchestrator.v1.BudgetService;
import io.outrider.orchestrator.v1.DayUsage;
import io.outrider.orchestrator.v1.GetBudgetsRequest;
import io.outrider.orchestrator.v1.GetBudgetsResponse;
import io.outrider.orchestrator.v1.GetUsageRequest;
import io.outrider.orchestrator.v1.GetUsageResponse;
import io.outrider.orchestrator.v1.SetBudgetRequest;
import io.outrider.orchestrator.v1.SetBudgetResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.Supplier;

/** Translates between the wire and the budgets. */
@GrpcService
class BudgetGrpcService implements BudgetService {

    private static final int MOST_DAYS = 92;

    private final BudgetBook book;
    private final Budgets budgets;
    private final Libraries libraries;
    private final RunQueue queue;
    private final Clock clock;

    BudgetGrpcService(BudgetBook book, Budgets budgets, Libraries libraries, RunQueue queue, Clock clock) {
        this.book = book;
        this.budgets = budgets;
        this.libraries = libraries;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Uni<GetBudgetsResponse> getBudgets(GetBudgetsRequest request) {
        var workspace = Caller.current().workspace();
        return uni(() -> book.all(workspace))
                .map(all -> GetBudgetsResponse.newBuilder()
                        .addAllBudgets(all.stream().map(BudgetGrpcService::wire).toList())
                        .build());
    }

    @Override
    public Uni<SetBudgetResponse> setBudget(SetBudgetRequest request) {
        Check.requestId(request.getRequestId());
        var caller = Caller.current();
        var entry = entry(request.getBudget(), caller);
        return known(caller.workspace(), entry.scope())
                .chain(() -> uni(() -> book.set(caller.workspace(), entry)))
                .call(released -> uni(budgets::look))
                .invoke(queue::look)
                .map(released -> SetBudgetResponse.newBuilder()
                        .setBudget(wire(entry))
                        .setReleased(released)
                        .build());
    }

    @Override
    public Uni<GetUsageResponse> getUsage(GetUsageRequest request) {
        var workspace = Caller.current().workspace();
        var days = request.getDays() == 0 ? 1 : Check.between(request.getDays(), 1, MOST_DAYS, "days");
        return uni(() -> book.used(workspace, request.getPlaybookId(), days))
                .map(used -> GetUsageResponse.newBuilder()
                        .addAllDays(used.stream().map(BudgetGrpcService::wire).toList())
                        .build());
    }

    private BudgetBook.Entry entry(Budget budget, Caller caller) {
        var limit = new SpendLimit(budget.getMicroUsdPerDay(), budget.getTokensPerDay());
        Check.that(limit.microUsd() >= 0, "budget.micro_usd_per_day", "must not be negative");
        Check.that(limit.tokens() >= 0, "budget.tokens_per_day", "must not be negative");
        var scope = switch (budget.getScope()) {
            case BUDGET_SCOPE_WORKSPACE -> Ration.WORKSPACE;
            case BUDGET_SCOPE_PLAYBOOK -> Check.notBlank(budget.getPlaybookId(), "budget.playbook_id");
            case BUDGET_SCOPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new InvalidField("budget.scope", "must be WORKSPACE or PLAYBOOK");
        };
        return new BudgetBook.Entry(scope, limit, clock.instant(), caller.subject());
    }

    private Uni<Void> known(String workspace, String playbook) {
        if (playbook.equals(Ration.WORKSPACE)) {
            return Uni.createFrom().voidItem();
        }
        return libraries.pinned(workspace, 0).map(pinned -> {
            Check.that(
                    pinned.library().getPlaybooksList().stream()
                            .anyMatch(p -> p.getId().equals(playbook)),
                    "budget.playbook_id",
                    "names no playbook of library revision " + pinned.revision() + ": " + playbook);
            return null;
        });
    }

    private static Budget wire(BudgetBook.Entry entry) {
        var ofWorkspace = entry.scope().equals(Ration.WORKSPACE);
        return Budget.newBuilder()
                .setScope(ofWorkspace ? BudgetScope.BUDGET_SCOPE_WORKSPACE : BudgetScope.BUDGET_SCOPE_PLAYBOOK)
                .setPlaybookId(entry.scope())
                .setMicroUsdPerDay(entry.limit().microUsd())
                .setTokensPerDay(entry.limit().tokens())
                .setUpdateTime(Timestamps.toWire(entry.updateTime()))
                .setUpdatedBy(entry.updatedBy())
                .build();
    }

    private static DayUsage wire(BudgetBook.Day day) {
        return DayUsage.newBuilder()
                .setDay(day.day().toString())
                .setMicroUsd(day.spent().microUsd())
                .setTokens(day.spent().tokens())
                .setReservedMicroUsd(day.reserved().microUsd())
                .setReservedTokens(day.reserved().tokens())
                .build();
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
