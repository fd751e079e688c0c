package io.outrider.orchestrator.signal;

import io.outrider.kit.error.NotBuilt;
import io.outrider.orchestrator.v1.GetAccountIntentRequest;
import io.outrider.orchestrator.v1.GetAccountIntentResponse;
import io.outrider.orchestrator.v1.GetBreakerRequest;
import io.outrider.orchestrator.v1.GetBreakerResponse;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.IngestSignalsResponse;
import io.outrider.orchestrator.v1.ListFiringsRequest;
import io.outrider.orchestrator.v1.ListFiringsResponse;
import io.outrider.orchestrator.v1.ResetBreakerRequest;
import io.outrider.orchestrator.v1.ResetBreakerResponse;
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

    @Override
    public Uni<GetAccountIntentResponse> getAccountIntent(GetAccountIntentRequest request) {
        return Uni.createFrom()
                .failure(new NotBuilt("GetAccountIntent", "nothing stores signals or turns them into runs so far"));
    }

    @Override
    public Uni<ListFiringsResponse> listFirings(ListFiringsRequest request) {
        return Uni.createFrom()
                .failure(new NotBuilt("ListFirings", "nothing stores signals or turns them into runs so far"));
    }

    @Override
    public Uni<GetBreakerResponse> getBreaker(GetBreakerRequest request) {
        return Uni.createFrom()
                .failure(new NotBuilt("GetBreaker", "nothing stores signals or turns them into runs so far"));
    }

    @Override
    public Uni<ResetBreakerResponse> resetBreaker(ResetBreakerRequest request) {
        return Uni.createFrom()
                .failure(new NotBuilt("ResetBreaker", "nothing stores signals or turns them into runs so far"));
    }
}
