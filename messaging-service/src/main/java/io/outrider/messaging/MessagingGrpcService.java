package io.outrider.messaging;

import com.google.protobuf.Message;
import io.outrider.kit.error.Check;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.security.Caller;
import io.outrider.messaging.store.Once;
import io.outrider.messaging.store.RequestKey;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.GenerateSequenceResponse;
import io.outrider.messaging.v1.MessagingService;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.messaging.v1.PrepareCallResponse;
import io.outrider.messaging.v1.RecordOutcomeRequest;
import io.outrider.messaging.v1.RecordOutcomeResponse;
import io.outrider.messaging.v1.ReviseSequenceRequest;
import io.outrider.messaging.v1.ReviseSequenceResponse;
import io.outrider.messaging.wire.Requests;
import io.outrider.messaging.wire.Stored;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and the domain. Holds no rules of its own. */
@GrpcService
class MessagingGrpcService implements MessagingService {

    private final Sequences sequences;
    private final Calls calls;
    private final Outcomes outcomes;
    private final Once once;
    private final Moment moment;

    MessagingGrpcService(Sequences sequences, Calls calls, Outcomes outcomes, Once once, Moment moment) {
        this.sequences = sequences;
        this.calls = calls;
        this.outcomes = outcomes;
        this.once = once;
        this.moment = moment;
    }

    @Override
    public Uni<GenerateSequenceResponse> generateSequence(GenerateSequenceRequest request) {
        var key = key(request.getRequestId(), request);
        Requests.check(request);
        var now = moment.now();
        var turn = moment.modelTurn(now);
        return once.get(key, () -> sequences.generate(request, now, turn)).map(Stored::generated);
    }

    @Override
    public Uni<ReviseSequenceResponse> reviseSequence(ReviseSequenceRequest request) {
        var key = key(request.getRequestId(), request);
        Requests.check(request);
        var now = moment.now();
        var turn = moment.modelTurn(now);
        return once.get(key, () -> sequences.revise(key.workspace(), request, now, turn))
                .map(Stored::revised);
    }

    @Override
    public Uni<PrepareCallResponse> prepareCall(PrepareCallRequest request) {
        var key = key(request.getRequestId(), request);
        Requests.check(request);
        var now = moment.now();
        return once.get(key, () -> calls.prepare(request, now)).map(Stored::prepared);
    }

    @Override
    public Uni<RecordOutcomeResponse> recordOutcome(RecordOutcomeRequest request) {
        var key = key(request.getRequestId(), request);
        var now = moment.now();
        Requests.check(request, now);
        return outcomes.record(key, request, now)
                .map(given -> RecordOutcomeResponse.newBuilder()
                        .setOutcomeId(given.result().id())
                        .build());
    }

    private static RequestKey key(String requestId, Message request) {
        return new RequestKey(Caller.current().workspace(), Check.requestId(requestId), BodyHash.of(request));
    }
}
