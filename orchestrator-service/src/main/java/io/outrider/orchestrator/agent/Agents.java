package io.outrider.orchestrator.agent;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.stub.AbstractStub;
import io.outrider.kit.security.Lane;
import io.outrider.messaging.v1.MessagingServiceGrpc;
import io.outrider.messaging.v1.MessagingServiceGrpc.MessagingServiceBlockingStub;
import io.outrider.qualify.v1.QualifyServiceGrpc;
import io.outrider.qualify.v1.QualifyServiceGrpc.QualifyServiceBlockingStub;
import io.outrider.research.v1.ResearchServiceGrpc;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.review.v1.ReviewServiceGrpc;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceStub;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The services a run calls. One channel to each, shared by all runs. Blocking stubs: call them on virtual threads. */
@ApplicationScoped
public class Agents {

    private final List<Channel> raw;
    private final ResearchServiceBlockingStub research;
    private final QualifyServiceBlockingStub qualify;
    private final MessagingServiceBlockingStub messaging;
    private final ReviewServiceBlockingStub review;
    private final ReviewServiceStub decisions;

    Agents(
            @GrpcClient("research") Channel research,
            @GrpcClient("qualify") Channel qualify,
            @GrpcClient("messaging") Channel messaging,
            @GrpcClient("review") Channel review,
            ServiceIdentity identity) {
        this.raw = List.of(research, qualify, messaging, review);
        this.research = ResearchServiceGrpc.newBlockingStub(ClientInterceptors.intercept(research, identity));
        this.qualify = QualifyServiceGrpc.newBlockingStub(ClientInterceptors.intercept(qualify, identity));
        this.messaging = MessagingServiceGrpc.newBlockingStub(ClientInterceptors.intercept(messaging, identity));
        this.review = ReviewServiceGrpc.newBlockingStub(ClientInterceptors.intercept(review, identity));
        this.decisions = ReviewServiceGrpc.newStub(ClientInterceptors.intercept(review, identity));
    }

    public ResearchServiceBlockingStub research(String workspace, Duration deadline) {
        return within(research, workspace, deadline);
    }

    public ResearchServiceBlockingStub research(String workspace, Lane lane, Duration deadline) {
        return research(workspace, deadline).withOption(ServiceIdentity.LANE, lane);
    }

    public QualifyServiceBlockingStub qualify(String workspace, Duration deadline) {
        return within(qualify, workspace, deadline);
    }

    public QualifyServiceBlockingStub qualify(String workspace, Lane lane, Duration deadline) {
        return qualify(workspace, deadline).withOption(ServiceIdentity.LANE, lane);
    }

    public MessagingServiceBlockingStub messaging(String workspace, Duration deadline) {
        return within(messaging, workspace, deadline);
    }

    public MessagingServiceBlockingStub messaging(String workspace, Lane lane, Duration deadline) {
        return messaging(workspace, deadline).withOption(ServiceIdentity.LANE, lane);
    }

    public ReviewServiceBlockingStub review(String workspace, Duration deadline) {
        return within(review, workspace, deadline);
    }

    /** For calls that nobody waits for on a thread. */
    public ReviewServiceStub reviewAsync(String workspace, Duration deadline) {
        return within(decisions, workspace, deadline);
    }

    /** For the stream of decisions of every workspace. */
    public ReviewServiceStub decisions() {
        return decisions;
    }

    /** A service was away: look for it now, not after the channel's own growing pause. */
    void lookAgain() {
        raw.forEach(channel -> {
            if (channel instanceof ManagedChannel managed) {
                managed.resetConnectBackoff();
            }
        });
    }

    private static <S extends AbstractStub<S>> S within(S stub, String workspace, Duration deadline) {
        return stub.withOption(ServiceIdentity.WORKSPACE, workspace)
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
}
