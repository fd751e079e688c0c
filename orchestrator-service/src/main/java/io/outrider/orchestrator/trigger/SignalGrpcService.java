package io.outrider.orchestrator.trigger;

import io.outrider.kit.error.Check;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.signal.Ingest;
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
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Translates between the wire and the signals, triggers and breakers. Holds no rules of its own. */
@GrpcService
class SignalGrpcService implements SignalService {

    private static final int LONGEST_REASON = 2_000;

    private final Ingest ingest;
    private final AccountIntents intents;
    private final FiringStore firings;
    private final BreakerStore breakers;

    SignalGrpcService(Ingest ingest, AccountIntents intents, FiringStore firings, BreakerStore breakers) {
        this.ingest = ingest;
        this.intents = intents;
        this.firings = firings;
        this.breakers = breakers;
    }

    @Override
    public Uni<IngestSignalsResponse> ingestSignals(IngestSignalsRequest request) {
        var caller = Caller.current();
        return ingest.run(caller.workspace(), caller.subject(), request);
    }

    @Override
    public Uni<GetAccountIntentResponse> getAccountIntent(GetAccountIntentRequest request) {
        return intents.of(Caller.current().workspace(), request.getDomain());
    }

    @Override
    public Uni<ListFiringsResponse> listFirings(ListFiringsRequest request) {
        var workspace = Caller.current().workspace();
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).map(PageToken::id).orElse("");
        return uni(() -> firings.list(workspace, request.getDomain(), request.getTriggerId(), before, size.plusOne()))
                .map(rows -> Page.of(rows, size, f -> new PageToken(f.time(), f.id())))
                .map(page -> ListFiringsResponse.newBuilder()
                        .addAllFirings(page.rows().stream().map(Wire::firing).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<GetBreakerResponse> getBreaker(GetBreakerRequest request) {
        var workspace = Caller.current().workspace();
        return uni(() -> breakers.get(workspace))
                .map(standing -> GetBreakerResponse.newBuilder()
                        .setBreaker(Wire.breaker(standing))
                        .build());
    }

    @Override
    public Uni<ResetBreakerResponse> resetBreaker(ResetBreakerRequest request) {
        Check.requestId(request.getRequestId());
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        var caller = Caller.current();
        return uni(() -> breakers.reset(caller.workspace(), caller.subject()))
                .map(reset -> ResetBreakerResponse.newBuilder()
                        .setBreaker(Wire.breaker(reset.standing()))
                        .setReleased(reset.released())
                        .build());
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
