package io.outrider.messaging;

import io.outrider.kit.id.Ids;
import io.outrider.messaging.call.CallPrepper;
import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.store.StoredResult;
import io.outrider.messaging.store.StoredResult.Kind;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.messaging.v1.PrepareCallResponse;
import io.outrider.messaging.wire.CallPrepToWire;
import io.outrider.messaging.wire.MaterialFromWire;
import io.outrider.messaging.wire.WorkToWire;
import io.outrider.type.v1.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Makes call preparations from requests that have been checked, in the form in which they are kept. */
@ApplicationScoped
class Calls {

    private static final Effort BY_RULES_ONLY =
            new Effort(List.of("calls are prepared by rules; no model does it yet"), List.of(), List.of(), 0, 0, 0, 0);

    private final CallPrepper prepper;

    Calls(CallPrepper prepper) {
        this.prepper = prepper;
    }

    Uni<StoredResult> prepare(PrepareCallRequest request, Instant now) {
        var level = WorkToWire.level(request.getLevel());
        var material = MaterialFromWire.of(request, now);
        var preparation =
                prepper.prepare(material, CallPrepToWire.openQuestions(request), CallPrepToWire.gaps(request));
        var id = Ids.next("cal");
        var response = PrepareCallResponse.newBuilder()
                .setCallPrep(CallPrepToWire.of(id, material.persona().id(), preparation))
                .setWork(WorkToWire.of(level, level == Level.LEVEL_RULES ? Effort.NONE : BY_RULES_ONLY))
                .build();
        return Uni.createFrom().item(new StoredResult(id, Kind.CALL_PREP, new byte[0], response.toByteArray(), now));
    }
}
