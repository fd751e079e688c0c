package io.outrider.orchestrator.insight;

import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.v1.GetInsightsRequest;
import io.outrider.orchestrator.v1.GetInsightsResponse;
import io.outrider.orchestrator.v1.InsightService;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** What the runs of a workspace add up to. */
@GrpcService
class InsightGrpcService implements InsightService {

    private final Counts counts;
    private final Clock clock;

    InsightGrpcService(Counts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Uni<GetInsightsResponse> getInsights(GetInsightsRequest request) {
        return counts.of(Caller.current().workspace(), period(request));
    }

    private Period period(GetInsightsRequest request) {
        var until = request.hasUntil()
                ? Timestamps.toInstant(request.getUntil())
                : clock.instant().plusMillis(1);
        return request.hasSince() ? new Period(Timestamps.toInstant(request.getSince()), until) : Period.before(until);
    }
}
