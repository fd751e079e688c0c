package io.outrider.cli.command;

import io.outrider.cli.output.Json;
import io.outrider.review.v1.VerifyAuditRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "audit", description = "The log of all that was proposed, decided and granted.")
final class AuditCommand {

    /** @return 1 where the chain is broken */
    @Command(name = "verify", description = "Walks the whole chain and says whether it holds.")
    int verify(@Mixin Common common) {
        try (var session = common.session()) {
            var answer = session.audit("operator").verifyAudit(VerifyAuditRequest.getDefaultInstance());
            var terminal = common.terminal();
            if (common.json) {
                terminal.print(Json.of(answer));
            } else if (answer.getIntact()) {
                terminal.print(terminal.good("intact") + ": " + answer.getChecked() + " events, last hash "
                        + answer.getCheckpoint().getHash());
            } else {
                terminal.print(
                        terminal.bad("broken") + " at event " + answer.getFirstBad() + ": " + answer.getProblem());
            }
            return answer.getIntact() ? 0 : 1;
        }
    }
}
