package io.outrider.orchestrator.signal;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.BodyHash;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.IngestSignalsResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Use case: take signals in. Once answered, each is kept, and its account is evaluated whatever happens to this process. */
@ApplicationScoped
public class Ingest {

    private static final int MOST = 1_000;

    private final SignalIntake intake;
    private final SignalStore store;
    private final RunQueue queue;

    Ingest(SignalIntake intake, SignalStore store, RunQueue queue) {
        this.intake = intake;
        this.store = store;
        this.queue = queue;
    }

    /** @param caller request ids are the caller's own */
    public Uni<IngestSignalsResponse> run(String workspace, String caller, IngestSignalsRequest request) {
        Check.requestId(request.getRequestId());
        Check.between(request.getSignalsCount(), 1, MOST, "signals");
        var sound = intake.check(request.getSignalsList());
        var asked = new Asked(workspace, caller, request.getRequestId(), BodyHash.of(request));
        return store.add(asked, sound).map(added -> switch (added) {
            case SignalStore.Added.Fresh(int accepted) -> {
                queue.look();
                yield answer(accepted, sound.size() - accepted);
            }
            case SignalStore.Added.Known(int accepted) -> answer(accepted, sound.size() - accepted);
            case SignalStore.Added.Reused ignored -> throw new RequestIdReused(request.getRequestId());
        });
    }

    private static IngestSignalsResponse answer(int accepted, int duplicates) {
        return IngestSignalsResponse.newBuilder()
                .setAccepted(accepted)
                .setDuplicates(duplicates)
                .build();
    }
}
