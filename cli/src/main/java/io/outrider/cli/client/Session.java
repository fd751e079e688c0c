package io.outrider.cli.client;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.outrider.cli.launch.Part;
import io.outrider.library.v1.LibraryServiceGrpc;
import io.outrider.library.v1.LibraryServiceGrpc.LibraryServiceBlockingStub;
import io.outrider.orchestrator.v1.BatchServiceGrpc;
import io.outrider.orchestrator.v1.BatchServiceGrpc.BatchServiceBlockingStub;
import io.outrider.orchestrator.v1.BudgetServiceGrpc;
import io.outrider.orchestrator.v1.BudgetServiceGrpc.BudgetServiceBlockingStub;
import io.outrider.orchestrator.v1.DeadTaskServiceGrpc;
import io.outrider.orchestrator.v1.DeadTaskServiceGrpc.DeadTaskServiceBlockingStub;
import io.outrider.orchestrator.v1.EffectServiceGrpc;
import io.outrider.orchestrator.v1.EffectServiceGrpc.EffectServiceBlockingStub;
import io.outrider.orchestrator.v1.RunServiceGrpc;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceBlockingStub;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceStub;
import io.outrider.orchestrator.v1.SignalServiceGrpc;
import io.outrider.orchestrator.v1.SignalServiceGrpc.SignalServiceBlockingStub;
import io.outrider.research.v1.ResearchServiceGrpc;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.review.v1.AuditServiceGrpc;
import io.outrider.review.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import io.outrider.review.v1.PolicyServiceGrpc;
import io.outrider.review.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import io.outrider.review.v1.ReviewServiceGrpc;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceStub;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Connections to the services, for one command. Each stub carries the token of one role. */
public final class Session implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Function<Part, Address> addresses;
    private final Function<String, String> tokens;
    private final Map<Part, ManagedChannel> channels = new EnumMap<>(Part.class);

    /**
     * @param addresses where each service is
     * @param tokens a token for a role
     */
    public Session(Function<Part, Address> addresses, Function<String, String> tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    public RunServiceBlockingStub runs(String role) {
        return RunServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public BatchServiceBlockingStub batches(String role) {
        return BatchServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public BudgetServiceBlockingStub budgets(String role) {
        return BudgetServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public SignalServiceBlockingStub signals(String role) {
        return SignalServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public DeadTaskServiceBlockingStub deadTasks(String role) {
        return DeadTaskServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public LibraryServiceBlockingStub library(String role) {
        return LibraryServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public ResearchServiceBlockingStub research(String role) {
        return ResearchServiceGrpc.newBlockingStub(channel(Part.RESEARCH, role));
    }

    public EffectServiceBlockingStub effects(String role) {
        return EffectServiceGrpc.newBlockingStub(channel(Part.ORCHESTRATOR, role));
    }

    public ReviewServiceBlockingStub reviews(String role) {
        return ReviewServiceGrpc.newBlockingStub(channel(Part.REVIEW, role));
    }

    /** For who keeps many calls open at once. */
    public RunServiceStub runsAsync(String role) {
        return RunServiceGrpc.newStub(channel(Part.ORCHESTRATOR, role));
    }

    /** For who keeps many calls open at once. */
    public ReviewServiceStub reviewsAsync(String role) {
        return ReviewServiceGrpc.newStub(channel(Part.REVIEW, role));
    }

    public PolicyServiceBlockingStub policies(String role) {
        return PolicyServiceGrpc.newBlockingStub(channel(Part.REVIEW, role));
    }

    public AuditServiceBlockingStub audit(String role) {
        return AuditServiceGrpc.newBlockingStub(channel(Part.REVIEW, role));
    }

    /** The bearer token that calls of this role carry. */
    public String token(String role) {
        return tokens.apply(role);
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private Channel channel(Part part, String role) {
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token(role));
        var channel = channels.computeIfAbsent(part, p -> addresses.apply(p).open());
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
