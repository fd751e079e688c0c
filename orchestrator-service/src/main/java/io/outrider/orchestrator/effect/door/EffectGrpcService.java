package io.outrider.orchestrator.effect.door;

import com.google.protobuf.GeneratedMessage;
import io.outrider.kit.error.Check;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.AddSuppressionRequest;
import io.outrider.orchestrator.v1.AddSuppressionResponse;
import io.outrider.orchestrator.v1.DryRunRequest;
import io.outrider.orchestrator.v1.DryRunResponse;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.EffectService;
import io.outrider.orchestrator.v1.ListEffectsRequest;
import io.outrider.orchestrator.v1.ListEffectsResponse;
import io.outrider.orchestrator.v1.ListSuppressionsRequest;
import io.outrider.orchestrator.v1.ListSuppressionsResponse;
import io.outrider.orchestrator.v1.RecordContactEventRequest;
import io.outrider.orchestrator.v1.RecordContactEventResponse;
import io.outrider.orchestrator.v1.RemoveSuppressionRequest;
import io.outrider.orchestrator.v1.RemoveSuppressionResponse;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import io.outrider.orchestrator.v1.ResolveEffectResponse;
import io.outrider.orchestrator.v1.UndoEffectRequest;
import io.outrider.orchestrator.v1.UndoEffectResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Translates between the wire and the ledger. Holds no rules of its own. */
@GrpcService
class EffectGrpcService implements EffectService {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_SUPPRESSION = 500;
    private static final int LARGEST_PAYLOAD = 256 * 1024;

    private final EffectRows effects;
    private final UndoEffect undo;
    private final ResolveEffect resolve;
    private final Rehearsals rehearsals;
    private final Suppressions suppressions;
    private final ContactEvents events;
    private final ContactIntake contacts;
    private final Clock clock;
    private final ExecutorService threads;

    EffectGrpcService(
            EffectRows effects,
            UndoEffect undo,
            ResolveEffect resolve,
            Rehearsals rehearsals,
            Suppressions suppressions,
            ContactEvents events,
            ContactIntake contacts,
            Clock clock,
            @VirtualThreads ExecutorService threads) {
        this.effects = effects;
        this.undo = undo;
        this.resolve = resolve;
        this.rehearsals = rehearsals;
        this.suppressions = suppressions;
        this.events = events;
        this.contacts = contacts;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public Uni<ListEffectsResponse> listEffects(ListEffectsRequest request) {
        var workspace = Caller.current().workspace();
        return uni(() -> effects.page(workspace, request));
    }

    @Override
    public Uni<UndoEffectResponse> undoEffect(UndoEffectRequest request) {
        Check.notBlank(request.getReason(), "reason");
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        var asked = asked(request.getRequestId(), request);
        var wish = new UndoEffect.Wish(
                asked,
                new RunKey(asked.workspace(), request.getRunId()),
                request.getActionKey(),
                "by " + asked.caller() + ": " + request.getReason());
        return Uni.createFrom().item(() -> undo.run(wish)).runSubscriptionOn(threads);
    }

    @Override
    public Uni<ResolveEffectResponse> resolveEffect(ResolveEffectRequest request) {
        Check.notBlank(request.getComment(), "comment");
        Check.atMost(request.getComment(), LONGEST_REASON, "comment");
        Check.that(request.getFinding().getNumber() > 0, "finding", "must say whether it happened");
        var asked = asked(request.getRequestId(), request);
        var finding = new ResolveEffect.Finding(
                asked,
                new RunKey(asked.workspace(), request.getRunId()),
                request.getActionKey(),
                request.getFinding() == EffectFinding.EFFECT_FINDING_HAPPENED,
                asked.caller() + " looked: " + request.getComment());
        return uni(() -> resolve.run(finding))
                .map(effect ->
                        ResolveEffectResponse.newBuilder().setEffect(effect).build());
    }

    @Override
    public Uni<DryRunResponse> dryRun(DryRunRequest request) {
        Check.notBlank(request.getActionType(), "action_type");
        Check.between(request.getPayload().size(), 1, LARGEST_PAYLOAD, "payload");
        var workspace = Caller.current().workspace();
        return Uni.createFrom().item(() -> rehearsals.of(workspace, request)).runSubscriptionOn(threads);
    }

    @Override
    public Uni<AddSuppressionResponse> addSuppression(AddSuppressionRequest request) {
        Check.requestId(request.getRequestId());
        Check.notBlank(request.getReason(), "reason");
        Check.atMost(request.getReason(), LONGEST_SUPPRESSION, "reason");
        var caller = Caller.current();
        var wanted = new Suppressions.Wanted(
                caller.workspace(),
                Addresses.any(request.getAddressOrDomain(), "address_or_domain"),
                request.getReason(),
                caller.subject(),
                clock.instant());
        return uni(() -> suppressions.add(wanted))
                .map(suppression -> AddSuppressionResponse.newBuilder()
                        .setSuppression(suppression)
                        .build());
    }

    @Override
    public Uni<RemoveSuppressionResponse> removeSuppression(RemoveSuppressionRequest request) {
        Check.requestId(request.getRequestId());
        var workspace = Caller.current().workspace();
        var address = Addresses.any(request.getAddressOrDomain(), "address_or_domain");
        return uni(() -> suppressions.remove(workspace, address))
                .replaceWith(RemoveSuppressionResponse.getDefaultInstance());
    }

    @Override
    public Uni<ListSuppressionsResponse> listSuppressions(ListSuppressionsRequest request) {
        var workspace = Caller.current().workspace();
        return uni(() -> suppressions.page(workspace, request));
    }

    @Override
    public Uni<RecordContactEventResponse> recordContactEvent(RecordContactEventRequest request) {
        Check.requestId(request.getRequestId());
        var caller = Caller.current();
        var happened = contacts.check(caller.workspace(), caller.subject(), request, "");
        return uni(() -> events.record(happened))
                .map(suppressed -> RecordContactEventResponse.newBuilder()
                        .setSuppressed(suppressed)
                        .build());
    }

    private static Asked asked(String requestId, GeneratedMessage request) {
        Check.requestId(requestId);
        var caller = Caller.current();
        return new Asked(caller.workspace(), caller.subject(), requestId, BodyHash.of(request));
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
