package io.outrider.cli.command;

import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "approve", description = "Accepts a review item as it stands.")
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "ID")
    String itemId = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "kept with the decision")
    String note = "";

    @Override
    public Integer call() {
        try (var session = common.session()) {
            var queue = new ReviewQueue(session);
            var answer = queue.accept(queue.get(itemId), note);
            if (common.json) {
                common.terminal().print(Json.of(answer));
            } else {
                common.terminal()
                        .print(itemId + " " + Enums.shown(answer.getItem().getState())
                                + (answer.hasGrant()
                                        ? ", grant " + answer.getGrant().getId()
                                        : ", another approval is needed"));
            }
        }
        return 0;
    }
}
