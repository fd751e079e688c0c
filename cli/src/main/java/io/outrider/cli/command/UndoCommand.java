package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.orchestrator.v1.UndoEffectRequest;
import io.outrider.orchestrator.v1.UndoEffectResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Takes a reversible effect back: fields that still hold what it wrote.")
final class UndoCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(index = "0", paramLabel = "RUN")
    String runId = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "of the action, see outrider effects")
    String key = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "kept in the timeline")
    String reason = "";

    @Override
    public Integer call() {
        try (var session = common.session()) {
            var answer = session.effects("operator")
                    .undoEffect(UndoEffectRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setRunId(runId)
                            .setActionKey(key)
                            .setReason(reason)
                            .build());
            common.terminal().print(common.json ? Json.of(answer) : told(answer));
        }
        return 0;
    }

    private static String told(UndoEffectResponse answer) {
        return "put back: " + names(answer.getRestoredFieldsList()) + "; changed since, so kept: "
                + names(answer.getKeptFieldsList());
    }

    private static String names(List<String> fields) {
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }
}
