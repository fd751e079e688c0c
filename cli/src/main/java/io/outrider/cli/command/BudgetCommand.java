package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.Budget;
import io.outrider.orchestrator.v1.BudgetScope;
import io.outrider.orchestrator.v1.GetBudgetsRequest;
import io.outrider.orchestrator.v1.GetUsageRequest;
import io.outrider.orchestrator.v1.SetBudgetRequest;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "budget", description = "What runs may spend on models in a day (UTC).")
final class BudgetCommand {

    @Command(name = "show", description = "Shows the budgets, and what was spent.")
    int show(
            @Mixin Common common,
            @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "default: ${DEFAULT-VALUE}")
                    int days) {
        try (var session = common.session()) {
            var budgets = session.budgets("viewer").getBudgets(GetBudgetsRequest.getDefaultInstance());
            var usage = session.budgets("viewer")
                    .getUsage(GetUsageRequest.newBuilder().setDays(days).build());
            var terminal = common.terminal();
            if (common.json) {
                terminal.print(Json.of(budgets));
                terminal.print(Json.of(usage));
                return 0;
            }
            var table = new Table("OF", "MONEY A DAY", "TOKENS A DAY", "SET BY");
            budgets.getBudgetsList()
                    .forEach(budget -> table.row(
                            budget.getPlaybookId().isEmpty() ? "the workspace" : budget.getPlaybookId(),
                            budget.getMicroUsdPerDay() == 0 ? "-" : Money.of(budget.getMicroUsdPerDay()),
                            budget.getTokensPerDay() == 0 ? "-" : budget.getTokensPerDay(),
                            budget.getUpdatedBy()));
            if (table.isEmpty()) {
                terminal.note("no budget is set");
            } else {
                table.printTo(terminal);
            }
            var spent = new Table("DAY", "SPENT", "TOKENS", "RESERVED");
            usage.getDaysList()
                    .forEach(day -> spent.row(
                            day.getDay(),
                            Money.of(day.getMicroUsd()),
                            day.getTokens(),
                            Money.of(day.getReservedMicroUsd())));
            spent.printTo(terminal);
        }
        return 0;
    }

    @Command(name = "set", description = "Sets a budget; without a limit it is taken away.")
    int set(
            @Mixin Common common,
            @Option(names = "--playbook", paramLabel = "ID", defaultValue = "", description = "default: the workspace")
                    String playbook,
            @Option(names = "--usd", paramLabel = "DOLLARS", defaultValue = "0", description = "a day") String usd,
            @Option(names = "--tokens", paramLabel = "N", defaultValue = "0", description = "a day") long tokens) {
        try (var session = common.session()) {
            var answer = session.budgets("operator")
                    .setBudget(SetBudgetRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setBudget(Budget.newBuilder()
                                    .setScope(
                                            playbook.isEmpty()
                                                    ? BudgetScope.BUDGET_SCOPE_WORKSPACE
                                                    : BudgetScope.BUDGET_SCOPE_PLAYBOOK)
                                    .setPlaybookId(playbook)
                                    .setMicroUsdPerDay(Money.microUsd(usd))
                                    .setTokensPerDay(tokens))
                            .build());
            if (common.json) {
                common.terminal().print(Json.of(answer));
            } else {
                common.terminal().print("set; " + answer.getReleased() + " held runs ask again");
            }
        }
        return 0;
    }
}
