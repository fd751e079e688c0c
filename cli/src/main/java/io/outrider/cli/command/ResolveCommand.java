package io.outrider.cli.command;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resolve", description = "Records whether an effect of unknown outcome happened. Sends nothing.")
final class ResolveCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(index = "0", paramLabel = "RUN")
    String runId = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "of the action, see outrider effects --state unknown")
    String key = "";

    @Parameters(index = "2", paramLabel = "FINDING", description = "happened or did-not-happen")
    String finding = "";

    @Option(names = "--comment", paramLabel = "TEXT", required = true, description = "how you found out")
    String comment = "";

    @Override
    public Integer call() {
        var code = Enums.parse(EffectFinding.class, finding);
        try (var session = common.session()) {
            var effect = session.effects("operator")
                    .resolveEffect(ResolveEffectRequest.newBuilder()
                            .setRequestId("cli-" + UUID.randomUUID())
                            .setRunId(runId)
                            .setActionKey(key)
                            .setFinding(code)
                            .setComment(comment)
                            .build())
                    .getEffect();
            common.terminal()
                    .print(common.json ? Json.of(effect) : runId + " " + key + " " + Enums.shown(effect.getState()));
        }
        return 0;
    }
}
