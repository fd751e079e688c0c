package io.outrider.review;

import io.outrider.kit.error.NotBuilt;
import io.outrider.review.v1.GetGateInsightsRequest;
import io.outrider.review.v1.GetGateInsightsResponse;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.GetReviewerQualityResponse;
import io.outrider.review.v1.QualityService;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and the figures of the review. Holds no rules of its own. */
@GrpcService
class QualityGrpcService implements QualityService {

    @Override
    public Uni<GetReviewerQualityResponse> getReviewerQuality(GetReviewerQualityRequest request) {
        return Uni.createFrom().failure(new NotBuilt("GetReviewerQuality", "only its contract stands"));
    }

    @Override
    public Uni<GetGateInsightsResponse> getGateInsights(GetGateInsightsRequest request) {
        return Uni.createFrom().failure(new NotBuilt("GetGateInsights", "only its contract stands"));
    }
}
