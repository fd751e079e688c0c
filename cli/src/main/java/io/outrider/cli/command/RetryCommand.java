package io.outrider.cli.command;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.orchestrator.v1.RetryRunRequest;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "retry", description = "Takes a failed run up again where it failed.")
final class RetryCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "RUN")
    String runId = "";

    @Override
    public Integer call() {
        try (var session = common.session()) {
            var run = session.runs("operator")
                    .retryRun(RetryRunRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setRunId(runId)
                            .build())
                    .getRun();
            common.terminal().print(common.json ? Json.of(run) : runId + " " + Enums.shown(run.getState()));
        }
        return 0;
    }
}
