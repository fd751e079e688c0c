package io.outrider.cli.command;

import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.Programs;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Json;
import io.outrider.review.v1.AuditCheckpoint;
import io.outrider.review.v1.VerifyAuditRequest;
import io.outrider.review.v1.VerifyAuditResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exit code 1 where the chain is broken. */
@Command(
        name = "verify",
        description = "Walks the whole chain, the running one or an exported one, and says whether it holds.")
final class AuditVerifyCommand implements Callable<Integer> {

    private static final String OFFLINE = "io.outrider.review.tool.VerifyExport";

    @Mixin
    Common common = new Common();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a checkpoint that was kept: the chain must contain it")
    @Nullable
    Path checkpoint;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "check what `audit export` wrote; nothing need be running")
    @Nullable
    Path export;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "with --export: the gate's public keys, kept elsewhere (default: those of the export)")
    @Nullable
    Path keys;

    @Override
    public Integer call() {
        return export == null ? online() : offline(export);
    }

    private int offline(Path directory) {
        var arguments = List.of(directory.toString(), argument(checkpoint), argument(keys));
        return Programs.run(common.installation().program(Part.REVIEW, OFFLINE, arguments));
    }

    private static String argument(@Nullable Path file) {
        return file == null ? "-" : file.toString();
    }

    private int online() {
        if (keys != null) {
            throw new CliFailure("--keys goes with --export; a running gate knows its own");
        }
        var request = VerifyAuditRequest.newBuilder();
        if (checkpoint != null) {
            AuditCheckpoint kept = Json.read(checkpoint, AuditCheckpoint.newBuilder());
            request.setCheckpoint(kept);
        }
        try (var session = common.session()) {
            var answer = session.audit("operator").verifyAudit(request.build());
            common.terminal().print(common.json ? Json.of(answer) : words(answer));
            return answer.getIntact() ? 0 : 1;
        }
    }

    private String words(VerifyAuditResponse answer) {
        return answer.getIntact()
                ? common.terminal().good("intact") + ": " + answer.getChecked() + " events, last hash "
                        + answer.getCheckpoint().getHash()
                : common.terminal().bad("broken") + " at event " + answer.getFirstBad() + ": " + answer.getProblem();
    }
}
