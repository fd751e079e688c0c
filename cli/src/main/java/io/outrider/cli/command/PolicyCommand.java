package io.outrider.cli.command;

import io.outrider.cli.client.PolicyFile;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.review.v1.GetPolicyRequest;
import io.outrider.review.v1.TestPolicyRequest;
import io.outrider.review.v1.TestPolicyResponse;
import io.outrider.review.v1.UpdatePolicyRequest;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "policy", description = "What may be done, and who must be asked.")
final class PolicyCommand {

    private static final int CHANGES = 3;
    private static final int LOOSER = 4;

    @Command(name = "show", description = "Prints a version of the policy as YAML, with every field, to be edited.")
    int show(
            @Mixin Common common,
            @Option(names = "--version", paramLabel = "N", defaultValue = "0", description = "default: the newest")
                    long version) {
        try (var session = common.session()) {
            var policy = session.policies("viewer")
                    .getPolicy(GetPolicyRequest.newBuilder().setVersion(version).build())
                    .getPolicy();
            common.terminal()
                    .print(
                            common.json
                                    ? Json.of(policy)
                                    : PolicyFile.write(policy).strip());
        }
        return 0;
    }

    @Command(
            name = "test",
            description =
                    "Shows what a policy would have made of the newest proposals, and changes nothing. Exit code 0: no"
                            + " proposal would go another way; 3: some would, none with less review; 4: some with less review;"
                            + " 1: the policy is refused.")
    int test(
            @Mixin Common common,
            @Option(names = "--last", paramLabel = "N", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
                    int last,
            @Parameters(paramLabel = "FILE") Path file) {
        try (var session = common.session()) {
            var answer = session.policies("reviewer")
                    .testPolicy(TestPolicyRequest.newBuilder()
                            .setPolicy(PolicyFile.read(file))
                            .setLast(last)
                            .build());
            print(common, answer);
            if (answer.getChangesCount() == 0) {
                return 0;
            }
            return PolicyDifference.looser(answer) ? LOOSER : CHANGES;
        }
    }

    @Command(name = "apply", description = "Makes a file the newest version of the policy.")
    int apply(
            @Mixin Common common,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "for the audit log")
                    String reason,
            @Parameters(paramLabel = "FILE") Path file) {
        try (var session = common.session()) {
            var stub = session.policies("admin");
            var policy = PolicyFile.read(file);
            var read = policy.getVersion() > 0
                    ? policy.getVersion()
                    : stub.getPolicy(GetPolicyRequest.getDefaultInstance())
                            .getPolicy()
                            .getVersion();
            var answer = stub.updatePolicy(UpdatePolicyRequest.newBuilder()
                    .setRequestId("cli-" + UUID.randomUUID())
                    .setPolicy(policy.toBuilder().setVersion(read))
                    .setReason(reason)
                    .build());
            common.terminal()
                    .print(
                            common.json
                                    ? Json.of(answer)
                                    : "policy version " + answer.getPolicy().getVersion());
        }
        return 0;
    }

    private static void print(Common common, TestPolicyResponse answer) {
        var terminal = common.terminal();
        if (common.json) {
            terminal.print(Json.of(answer));
            return;
        }
        var table = new Table("ITEM", "ACTION", "ACCOUNT", "NOW", "THEN", "BECAUSE");
        answer.getChangesList()
                .forEach(change -> table.row(
                        change.getItemId(),
                        change.getActionType(),
                        change.getDomain(),
                        PolicyDifference.now(change),
                        PolicyDifference.then(change),
                        PolicyDifference.because(change)));
        if (!table.isEmpty()) {
            table.printTo(terminal);
        }
        new TreeMap<>(answer.getCountsMap()).forEach((way, count) -> terminal.print(way + ": " + count));
        terminal.note(answer.getTested() + " proposals tested, " + answer.getChangesCount()
                + " that would go another way are shown");
    }
}
