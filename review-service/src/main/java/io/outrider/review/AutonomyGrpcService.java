package io.outrider.review;

import io.outrider.kit.error.NotBuilt;
import io.outrider.review.v1.AutonomyService;
import io.outrider.review.v1.DecideAutonomyProposalRequest;
import io.outrider.review.v1.DecideAutonomyProposalResponse;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.GetCalibrationResponse;
import io.outrider.review.v1.ListAutonomyProposalsRequest;
import io.outrider.review.v1.ListAutonomyProposalsResponse;
import io.outrider.review.v1.ListAutonomyRequest;
import io.outrider.review.v1.ListAutonomyResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and earned autonomy. Holds no rules of its own. */
@GrpcService
class AutonomyGrpcService implements AutonomyService {

    @Override
    public Uni<ListAutonomyResponse> listAutonomy(ListAutonomyRequest request) {
        return Uni.createFrom().failure(new NotBuilt("ListAutonomy", "only its contract stands"));
    }

    @Override
    public Uni<ListAutonomyProposalsResponse> listAutonomyProposals(ListAutonomyProposalsRequest request) {
        return Uni.createFrom().failure(new NotBuilt("ListAutonomyProposals", "only its contract stands"));
    }

    @Override
    public Uni<DecideAutonomyProposalResponse> decideAutonomyProposal(DecideAutonomyProposalRequest request) {
        return Uni.createFrom().failure(new NotBuilt("DecideAutonomyProposal", "only its contract stands"));
    }

    @Override
    public Uni<GetCalibrationResponse> getCalibration(GetCalibrationRequest request) {
        return Uni.createFrom().failure(new NotBuilt("GetCalibration", "only its contract stands"));
    }
}
