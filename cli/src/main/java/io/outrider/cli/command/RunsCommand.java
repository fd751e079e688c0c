package io.outrider.cli.command;

import com.google.gson.JsonObject;
import io.outrider.cli.client.RunWatch;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.run.RunTable;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.RunState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "Lists runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "for example waiting, completed, failed")
    List<String> states = List.of();

    @Option(names = "--domain", description = "only this account's")
    String domain = "";

    @Option(names = "--batch", paramLabel = "ID", description = "only this batch's")
    String batch = "";

    @Override
    public Integer call() {
        var filter =
                ListRunsRequest.newBuilder().setPageSize(200).setDomain(domain).setBatchId(batch);
        states.forEach(state -> filter.addStates(Enums.parse(RunState.class, state)));
        try (var session = common.session()) {
            var runs = RunWatch.list(session.runs("viewer"), filter.build());
            if (common.json) {
                var document = new JsonObject();
                document.add("runs", Json.array(runs));
                common.terminal().print(Json.of(document));
            } else {
                RunTable.of(runs).printTo(common.terminal());
            }
        }
        return 0;
    }
}
