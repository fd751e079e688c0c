package io.outrider.review;

import io.outrider.kit.security.Caller;
import io.outrider.review.quality.ReadGate;
import io.outrider.review.quality.ReadReviewers;
import io.outrider.review.quality.ReadSecondLooks;
import io.outrider.review.queue.CountQueue;
import io.outrider.review.v1.GetGateInsightsRequest;
import io.outrider.review.v1.GetGateInsightsResponse;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.GetReviewerQualityResponse;
import io.outrider.review.v1.QualityService;
import io.outrider.review.wire.QualityWire;
import io.outrider.type.v1.Role;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Set;

/** Translates between the wire and the figures of the review. Holds no rules of its own. */
@GrpcService
class QualityGrpcService implements QualityService {

    private static final Set<Role> SEES_ALL = Set.of(Role.ROLE_OPERATOR, Role.ROLE_ADMIN);

    private final ReadReviewers readReviewers;
    private final ReadSecondLooks readSecondLooks;
    private final ReadGate readGate;
    private final CountQueue countQueue;
    private final Clock clock;

    QualityGrpcService(
            ReadReviewers readReviewers,
            ReadSecondLooks readSecondLooks,
            ReadGate readGate,
            CountQueue countQueue,
            Clock clock) {
        this.readReviewers = readReviewers;
        this.readSecondLooks = readSecondLooks;
        this.readGate = readGate;
        this.countQueue = countQueue;
        this.clock = clock;
    }

    @Override
    public Uni<GetReviewerQualityResponse> getReviewerQuality(GetReviewerQualityRequest request) {
        var caller = Caller.current();
        var period = QualityWire.period(
                request.hasSince(), request.getSince(), request.hasUntil(), request.getUntil(), clock.instant());
        var workspace = Workspace.ofCaller();
        var only = caller.hasAny(SEES_ALL) ? "" : caller.subject();
        return Uni.combine()
                .all()
                .unis(readReviewers.run(workspace, period, only), readSecondLooks.run(workspace, period, only))
                .with(QualityWire::quality);
    }

    @Override
    public Uni<GetGateInsightsResponse> getGateInsights(GetGateInsightsRequest request) {
        var workspace = Workspace.ofCaller();
        var period = QualityWire.period(
                request.hasSince(), request.getSince(), request.hasUntil(), request.getUntil(), clock.instant());
        return Uni.combine()
                .all()
                .unis(readGate.run(workspace, period), countQueue.run(workspace))
                .with(QualityWire::insights);
    }
}
