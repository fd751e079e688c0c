package io.outrider.orchestrator.signal;

import io.outrider.kit.error.NotBuilt;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.IngestSignalsResponse;
import io.outrider.orchestrator.v1.SignalService;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Signals have a contract and no store yet: taking them in and dropping them would be a lie. */
@GrpcService
class SignalGrpcService implements SignalService {

    @Override
    public Uni<IngestSignalsResponse> ingestSignals(IngestSignalsRequest request) {
        return Uni.createFrom()
                .failure(new NotBuilt("IngestSignals", "nothing stores signals or turns them into runs so far"));
    }
}
