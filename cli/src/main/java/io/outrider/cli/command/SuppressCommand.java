package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.AddSuppressionRequest;
import io.outrider.orchestrator.v1.ListSuppressionsRequest;
import io.outrider.orchestrator.v1.RemoveSuppressionRequest;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "suppress",
        description = "Keeps an address or a domain from being written to; without one, lists them.")
final class SuppressCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "ADDRESS|DOMAIN", arity = "0..1")
    String who = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "kept with the entry (default: ${DEFAULT-VALUE})")
    String reason = "asked for it";

    @Option(names = "--remove", description = "take it off the list again")
    boolean remove;

    @Override
    public Integer call() {
        try (var session = common.session()) {
            var effects = session.effects("operator");
            if (who.isEmpty()) {
                var page = effects.listSuppressions(ListSuppressionsRequest.getDefaultInstance());
                var table = new Table("who", "reason", "by");
                page.getSuppressionsList()
                        .forEach(s -> table.row(s.getAddressOrDomain(), s.getReason(), s.getCreatedBy()));
                if (common.json) {
                    common.terminal().print(Json.of(page));
                } else {
                    table.printTo(common.terminal());
                }
            } else if (remove) {
                effects.removeSuppression(RemoveSuppressionRequest.newBuilder()
                        .setRequestId("cli-" + UUID.randomUUID())
                        .setAddressOrDomain(who)
                        .build());
                common.terminal().print(who + " may be written to again");
            } else {
                var added = effects.addSuppression(AddSuppressionRequest.newBuilder()
                                .setRequestId("cli-" + UUID.randomUUID())
                                .setAddressOrDomain(who)
                                .setReason(reason)
                                .build())
                        .getSuppression();
                common.terminal()
                        .print(common.json ? Json.of(added) : added.getAddressOrDomain() + " is not written to");
            }
        }
        return 0;
    }
}
