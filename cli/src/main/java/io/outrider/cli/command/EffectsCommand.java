package io.outrider.cli.command;

import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.ListEffectsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "effects", description = "Lists what was done outside, newest first.")
final class EffectsCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = "executing, done, failed, unknown, undone")
    List<String> states = new ArrayList<>();

    @Option(names = "--run", paramLabel = "RUN", description = "of one run")
    String runId = "";

    @Option(names = "--limit", paramLabel = "N", description = "at most 200 (default: ${DEFAULT-VALUE})")
    int limit = 50;

    @Override
    public Integer call() {
        var request = ListEffectsRequest.newBuilder().setPageSize(limit).setRunId(runId);
        states.forEach(state -> request.addStates(Enums.parse(ActionState.class, state)));
        try (var session = common.session()) {
            var page = session.effects("viewer").listEffects(request.build());
            if (common.json) {
                common.terminal().print(Json.of(page));
                return 0;
            }
            var table = new Table("run", "key", "account", "state", "external id", "reason");
            page.getEffectsList()
                    .forEach(effect -> table.row(
                            effect.getRunId(),
                            effect.getActionKey(),
                            effect.getDomain(),
                            Enums.shown(effect.getState()),
                            effect.getExternalId(),
                            effect.getReason()));
            table.printTo(common.terminal());
        }
        return 0;
    }
}
