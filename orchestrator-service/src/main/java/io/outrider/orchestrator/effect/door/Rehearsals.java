package io.outrider.orchestrator.effect.door;

import com.google.protobuf.ByteString;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.StateForbids;
import io.outrider.orchestrator.connector.DryRun;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.v1.DryRunRequest;
import io.outrider.orchestrator.v1.DryRunResponse;
import io.outrider.orchestrator.v1.PlannedRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Use case: show what an action would send. Blocks for the look-ups that the real thing would make. */
@ApplicationScoped
class Rehearsals {

    private static final String KEY = "outrider-dry-run";

    private final DryRun dryRun;

    Rehearsals(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    DryRunResponse of(String workspace, DryRunRequest request) {
        var effect = new Effect(request.getActionType(), request.getPayload().toByteArray(), KEY, workspace, "dry-run");
        var rehearsal = dryRun.of(effect);
        if (rehearsal.outcome() instanceof Outcome.Refused(String reason)) {
            if (reason.startsWith("connector not configured")) {
                throw new StateForbids("NOT_CONFIGURED", reason);
            }
            throw new InvalidField("payload", "would be refused: " + reason);
        }
        return DryRunResponse.newBuilder()
                .addAllRequests(
                        rehearsal.requests().stream().map(Rehearsals::planned).toList())
                .build();
    }

    private static PlannedRequest planned(Call call) {
        var headers = new java.util.TreeMap<>(call.headers());
        headers.remove("Authorization");
        return PlannedRequest.newBuilder()
                .setMethod(call.method())
                .setUrl(call.uri().toString())
                .putAllHeaders(headers)
                .setBody(ByteString.copyFrom(call.body()))
                .build();
    }
}
