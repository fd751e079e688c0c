package io.outrider.review;

import io.outrider.kit.error.Check;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.security.Caller;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Policies;
import io.outrider.review.queue.ReplayPolicy;
import io.outrider.review.v1.GetPolicyRequest;
import io.outrider.review.v1.GetPolicyResponse;
import io.outrider.review.v1.ListActionTypesRequest;
import io.outrider.review.v1.ListActionTypesResponse;
import io.outrider.review.v1.PolicyService;
import io.outrider.review.v1.TestPolicyRequest;
import io.outrider.review.v1.TestPolicyResponse;
import io.outrider.review.v1.UpdatePolicyRequest;
import io.outrider.review.v1.UpdatePolicyResponse;
import io.outrider.review.wire.PolicyWire;
import io.outrider.review.wire.ReplayWire;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and the policies. Holds no rules of its own. */
@GrpcService
class PolicyGrpcService implements PolicyService {

    private static final int LONGEST_REASON = 2_000;

    private final Policies policies;
    private final ReplayPolicy replayPolicy;

    PolicyGrpcService(Policies policies, ReplayPolicy replayPolicy) {
        this.policies = policies;
        this.replayPolicy = replayPolicy;
    }

    @Override
    public Uni<GetPolicyResponse> getPolicy(GetPolicyRequest request) {
        Check.that(request.getVersion() >= 0, "version", "must not be negative");
        return policies.get(Workspace.ofCaller(), request.getVersion())
                .map(policy -> GetPolicyResponse.newBuilder()
                        .setPolicy(PolicyWire.toWire(policy))
                        .build());
    }

    @Override
    public Uni<UpdatePolicyResponse> updatePolicy(UpdatePolicyRequest request) {
        Check.requestId(request.getRequestId());
        Check.atMost(Check.notBlank(request.getReason(), "reason"), LONGEST_REASON, "reason");
        var wanted = PolicyWire.toDomain(request.getPolicy());
        var change = new Policies.Change(
                request.getRequestId(),
                BodyHash.hex(request, Caller.current().subject()),
                Caller.current().subject(),
                request.getReason());
        return policies.replace(Workspace.ofCaller(), wanted, change)
                .map(policy -> UpdatePolicyResponse.newBuilder()
                        .setPolicy(PolicyWire.toWire(policy))
                        .build());
    }

    @Override
    public Uni<ListActionTypesResponse> listActionTypes(ListActionTypesRequest request) {
        var page = Catalogue.page(PageSize.of(request.getPageSize()), request.getPageToken());
        return Uni.createFrom()
                .item(ListActionTypesResponse.newBuilder()
                        .addAllActionTypes(
                                page.rows().stream().map(PolicyWire::toWire).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<TestPolicyResponse> testPolicy(TestPolicyRequest request) {
        return replayPolicy
                .run(Workspace.ofCaller(), PolicyWire.candidate(request.getPolicy()), request.getLast())
                .map(ReplayWire::toWire);
    }
}
