package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.orchestrator.v1.GetRunRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one run: its steps, cost, gate and effects.")
final class ShowCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "RUN")
    String runId = "";

    @Override
    public Integer call() {
        try (var session = common.session()) {
            var run = session.runs("viewer")
                    .getRun(GetRunRequest.newBuilder().setRunId(runId).build())
                    .getRun();
            if (common.json) {
                common.terminal().print(Json.of(run));
            } else {
                new RunStory(run).printTo(common.terminal());
            }
        }
        return 0;
    }
}
