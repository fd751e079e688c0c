package io.outrider.messaging;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.id.Ids;
import io.outrider.kit.time.Timestamps;
import io.outrider.messaging.store.Once;
import io.outrider.messaging.store.Once.Given;
import io.outrider.messaging.store.RequestKey;
import io.outrider.messaging.store.Results;
import io.outrider.messaging.store.StoredOutcome;
import io.outrider.messaging.store.StoredResult;
import io.outrider.messaging.store.StoredResult.Kind;
import io.outrider.messaging.v1.RecordOutcomeRequest;
import io.outrider.messaging.v1.RecordOutcomeResponse;
import io.outrider.messaging.wire.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Keeps what became of messages. */
@ApplicationScoped
class Outcomes {

    private final Results results;
    private final Once once;

    Outcomes(Results results, Once once) {
        this.results = results;
        this.once = once;
    }

    /** The answer's id is the outcome's. */
    Uni<Given> record(RequestKey key, RecordOutcomeRequest request, Instant now) {
        var outcome = new StoredOutcome(
                request.getSequenceId(),
                request.getKind().name().substring("OUTCOME_KIND_".length()),
                request.getStepIndex(),
                Timestamps.toInstant(request.getOccurTime()),
                request.getNote());
        return once.get(key, () -> make(key.workspace(), request, now), made -> results.add(key, made, outcome));
    }

    private Uni<StoredResult> make(String workspace, RecordOutcomeRequest request, Instant now) {
        return results.sequence(workspace, request.getSequenceId())
                .map(found -> found.orElseThrow(() -> new NotFound("sequence", request.getSequenceId())))
                .invoke(sequence -> Check.that(
                        request.getStepIndex()
                                < Stored.generated(sequence).getSequence().getStepsCount(),
                        "step_index",
                        "is beyond the sequence's last step"))
                .map(sequence -> {
                    var id = Ids.next("out");
                    var response =
                            RecordOutcomeResponse.newBuilder().setOutcomeId(id).build();
                    return new StoredResult(id, Kind.OUTCOME, new byte[0], response.toByteArray(), now);
                });
    }
}
