package io.outrider.cli.command;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.Batch;
import io.outrider.orchestrator.v1.CancelBatchRequest;
import io.outrider.orchestrator.v1.GetBatchRequest;
import io.outrider.orchestrator.v1.ListBatchesRequest;
import io.outrider.orchestrator.v1.PauseBatchRequest;
import io.outrider.orchestrator.v1.ResumeBatchRequest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "batch", description = "Runs that were started together.")
final class BatchCommand {

    @Command(name = "list", description = "Lists batches, newest first.")
    int list(@Mixin Common common) {
        try (var session = common.session()) {
            var answer = session.batches("viewer").listBatches(ListBatchesRequest.getDefaultInstance());
            print(common, answer.getBatchesList());
        }
        return 0;
    }

    @Command(name = "show", description = "Shows a batch with its progress.")
    int show(@Mixin Common common, @Parameters(paramLabel = "ID") String id) {
        try (var session = common.session()) {
            print(
                    common,
                    List.of(session.batches("viewer")
                            .getBatch(
                                    GetBatchRequest.newBuilder().setBatchId(id).build())
                            .getBatch()));
        }
        return 0;
    }

    @Command(name = "pause", description = "Stops its runs before their next step; nothing is sent while it is paused.")
    int pause(@Mixin Common common, @Parameters(paramLabel = "ID") String id) {
        try (var session = common.session()) {
            print(
                    common,
                    List.of(session.batches("operator")
                            .pauseBatch(PauseBatchRequest.newBuilder()
                                    .setRequestId(requestId())
                                    .setBatchId(id)
                                    .build())
                            .getBatch()));
        }
        return 0;
    }

    @Command(name = "resume", description = "Lets a paused batch go on.")
    int resume(@Mixin Common common, @Parameters(paramLabel = "ID") String id) {
        try (var session = common.session()) {
            var answer = session.batches("operator")
                    .resumeBatch(ResumeBatchRequest.newBuilder()
                            .setRequestId(requestId())
                            .setBatchId(id)
                            .build());
            print(common, List.of(answer.getBatch()));
            common.terminal().note(answer.getReleased() + " runs may go on");
        }
        return 0;
    }

    @Command(name = "cancel", description = "Cancels its runs that have not ended.")
    int cancel(
            @Mixin Common common,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason,
            @Parameters(paramLabel = "ID") String id) {
        try (var session = common.session()) {
            var answer = session.batches("operator")
                    .cancelBatch(CancelBatchRequest.newBuilder()
                            .setRequestId(requestId())
                            .setBatchId(id)
                            .setReason(reason)
                            .build());
            print(common, List.of(answer.getBatch()));
            common.terminal().note(answer.getCancelled() + " runs cancelled, or about to be");
        }
        return 0;
    }

    private static String requestId() {
        return "cli-" + UUID.randomUUID();
    }

    private static void print(Common common, List<Batch> batches) {
        if (common.json) {
            common.terminal().print(Json.of(Json.array(batches)));
            return;
        }
        var table = new Table("BATCH", "STATE", "SETTLED", "RUNS", "COST", "REASON");
        batches.forEach(batch -> table.row(
                batch.getId(),
                Enums.shown(batch.getState()),
                batch.getSettled() + " of " + batch.getTotal(),
                new TreeMap<>(batch.getRunsByStateMap()).toString().toLowerCase(Locale.ROOT),
                Money.of(batch.getCost().getMicroUsd()),
                batch.getReason()));
        table.printTo(common.terminal());
    }
}
