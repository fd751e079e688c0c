package io.outrider.cli.command;

import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.review.v1.RejectReason;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reject", description = "Rejects a review item: its action is not taken.")
final class RejectCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "ID")
    String itemId = "";

    @Option(
            names = "--reason",
            description = "wrong-fact, not-a-fit, wrong-person, tone, bad-timing, already-in-touch or other (default)")
    String reason = "other";

    @Option(names = "--note", paramLabel = "TEXT", description = "kept with the decision")
    String note = "";

    @Override
    public Integer call() {
        var code = Enums.parse(RejectReason.class, reason);
        try (var session = common.session()) {
            var queue = new ReviewQueue(session);
            var answer = queue.reject(queue.get(itemId), code, note);
            common.terminal()
                    .print(
                            common.json
                                    ? Json.of(answer)
                                    : itemId + " "
                                            + Enums.shown(answer.getItem().getState()));
        }
        return 0;
    }
}
