package io.outrider.review;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.security.Caller;
import io.outrider.review.policy.Source;
import io.outrider.review.queue.AutonomyBook;
import io.outrider.review.queue.AutonomyBook.Line;
import io.outrider.review.queue.Kind;
import io.outrider.review.queue.ReadCalibration;
import io.outrider.review.v1.AutonomyProposalState;
import io.outrider.review.v1.AutonomyService;
import io.outrider.review.v1.DecideAutonomyProposalRequest;
import io.outrider.review.v1.DecideAutonomyProposalResponse;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.GetCalibrationResponse;
import io.outrider.review.v1.ListAutonomyProposalsRequest;
import io.outrider.review.v1.ListAutonomyProposalsResponse;
import io.outrider.review.v1.ListAutonomyRequest;
import io.outrider.review.v1.ListAutonomyResponse;
import io.outrider.review.wire.AutonomyWire;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Translates between the wire and earned autonomy. Holds no rules of its own. */
@GrpcService
class AutonomyGrpcService implements AutonomyService {

    private final AutonomyBook book;
    private final ReadCalibration readCalibration;

    AutonomyGrpcService(AutonomyBook book, ReadCalibration readCalibration) {
        this.book = book;
        this.readCalibration = readCalibration;
    }

    @Override
    public Uni<ListAutonomyResponse> listAutonomy(ListAutonomyRequest request) {
        var size = PageSize.of(request.getPageSize());
        return book.page(Workspace.ofCaller(), kind(request.getPageToken()), size.plusOne())
                .map(lines -> {
                    var shown = lines.subList(0, Math.min(lines.size(), size.value()));
                    return ListAutonomyResponse.newBuilder()
                            .addAllAutonomy(
                                    shown.stream().map(AutonomyWire::autonomy).toList())
                            .setNextPageToken(lines.size() > shown.size() ? token(shown) : "")
                            .build();
                });
    }

    /** Only open ones are kept: what was decided is in the audit log. */
    @Override
    public Uni<ListAutonomyProposalsResponse> listAutonomyProposals(ListAutonomyProposalsRequest request) {
        var wanted = request.getState();
        if (wanted != AutonomyProposalState.AUTONOMY_PROPOSAL_STATE_UNSPECIFIED
                && wanted != AutonomyProposalState.AUTONOMY_PROPOSAL_STATE_OPEN) {
            return Uni.createFrom().item(ListAutonomyProposalsResponse.getDefaultInstance());
        }
        return book.proposals(Workspace.ofCaller())
                .map(proposals -> ListAutonomyProposalsResponse.newBuilder()
                        .addAllProposals(
                                proposals.stream().map(AutonomyWire::proposal).toList())
                        .build());
    }

    @Override
    public Uni<DecideAutonomyProposalResponse> decideAutonomyProposal(DecideAutonomyProposalRequest request) {
        var wish = new AutonomyBook.Wish(
                Workspace.ofCaller(),
                request.getRequestId(),
                BodyHash.hex(request, Caller.current().subject()),
                request.getProposalId(),
                request.getAccept(),
                request.getComment(),
                Caller.current().subject());
        return book.decide(wish)
                .map(line -> DecideAutonomyProposalResponse.newBuilder()
                        .setProposal(AutonomyWire.decided(line, request.getProposalId(), request.getAccept()))
                        .build());
    }

    @Override
    public Uni<GetCalibrationResponse> getCalibration(GetCalibrationRequest request) {
        var source = new Source(request.getAgent(), request.getSegmentId(), request.getModel());
        return readCalibration
                .run(Workspace.ofCaller(), request.getActionType(), source)
                .map(all -> GetCalibrationResponse.newBuilder()
                        .addAllCalibrations(
                                all.stream().map(AutonomyWire::calibration).toList())
                        .build());
    }

    private static String token(List<Line> shown) {
        var last = shown.getLast().kind();
        var name = last.actionType() + "\n" + last.segmentId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Kind kind(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
            return parts.length == 2 ? new Kind(parts[0], parts[1]) : AutonomyBook.FIRST;
        } catch (IllegalArgumentException e) {
            throw new InvalidField("page_token", "was not issued by this service");
        }
    }
}
