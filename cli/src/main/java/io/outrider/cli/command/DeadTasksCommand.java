package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.ListDeadTasksRequest;
import io.outrider.orchestrator.v1.RetryDeadTaskRequest;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "dead-tasks",
        description = "Work besides runs that failed too often, such as the evaluation of an account's signals.")
final class DeadTasksCommand {

    @Command(name = "list", description = "Lists it, the latest first.")
    int list(@Mixin Common common) {
        try (var session = common.session()) {
            var page = session.deadTasks("operator").listDeadTasks(ListDeadTasksRequest.getDefaultInstance());
            if (common.json) {
                common.terminal().print(Json.of(page));
                return 0;
            }
            var table = new Table("ID", "ATTEMPTS", "WHY");
            page.getDeadTasksList()
                    .forEach(task -> table.row(task.getId(), Integer.toString(task.getAttempts()), task.getReason()));
            table.printTo(common.terminal());
        }
        return 0;
    }

    @Command(name = "retry", description = "Puts one back into the queue.")
    int retry(@Mixin Common common, @Parameters(paramLabel = "ID") String id) {
        try (var session = common.session()) {
            session.deadTasks("operator")
                    .retryDeadTask(RetryDeadTaskRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setDeadTaskId(id)
                            .build());
            common.terminal().note(id + " is tried again");
        }
        return 0;
    }
}
