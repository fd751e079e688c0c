package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.orchestrator.v1.Breaker;
import io.outrider.orchestrator.v1.GetBreakerRequest;
import io.outrider.orchestrator.v1.ResetBreakerRequest;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "breaker", description = "Stops triggered runs after a spike or a loop, until a person has looked.")
final class BreakerCommand {

    /** @return 1 where it is open */
    @Command(name = "show", description = "Says whether it is open, and why.")
    int show(@Mixin Common common) {
        try (var session = common.session()) {
            var breaker = session.signals("viewer")
                    .getBreaker(GetBreakerRequest.getDefaultInstance())
                    .getBreaker();
            print(common, breaker);
            return breaker.getOpen() ? 1 : 0;
        }
    }

    @Command(name = "reset", description = "Closes it and lets its runs go on.")
    int reset(@Mixin Common common, @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        try (var session = common.session()) {
            var answer = session.signals("operator")
                    .resetBreaker(ResetBreakerRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setReason(reason)
                            .build());
            print(common, answer.getBreaker());
            common.terminal().note(answer.getReleased() + " runs go on");
        }
        return 0;
    }

    private static void print(Common common, Breaker breaker) {
        var terminal = common.terminal();
        if (common.json) {
            terminal.print(Json.of(breaker));
        } else if (breaker.getOpen()) {
            terminal.print(terminal.bad("open") + ", " + breaker.getHeld() + " runs wait: " + breaker.getReason());
        } else {
            terminal.print(terminal.good("closed"));
        }
    }
}
