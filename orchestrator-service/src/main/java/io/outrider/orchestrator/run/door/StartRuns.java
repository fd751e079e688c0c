package io.outrider.orchestrator.run.door;

import com.google.protobuf.Message;
import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.BodyHash;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.intake.AccountIntake;
import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.orchestrator.library.Libraries;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.orchestrator.run.Accepted;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.BatchEstimates;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.run.QueuePlace;
import io.outrider.orchestrator.run.queue.FairShare;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.RefusedEntry;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Use case: take accounts in. Once answered, the runs survive any crash. */
@ApplicationScoped
class StartRuns {

    private static final int REMEMBERED = 10_000;

    private final RunStore store;
    private final RunQueue queue;
    private final Libraries libraries;
    private final AccountIntake intake;
    private final Admission admission;
    private final Clock clock;
    private final FairShare shares;
    private final BatchEstimates estimates;
    private final Lately lately = new Lately(REMEMBERED);

    StartRuns(
            RunStore store,
            RunQueue queue,
            Libraries libraries,
            AccountIntake intake,
            Admission admission,
            Clock clock,
            FairShare shares,
            BatchEstimates estimates) {
        this.store = store;
        this.queue = queue;
        this.libraries = libraries;
        this.intake = intake;
        this.admission = admission;
        this.clock = clock;
        this.shares = shares;
        this.estimates = estimates;
    }

    Uni<StartRunResponse> one(Caller caller, StartRunRequest request) {
        return one(caller, request, Origin.ASKED);
    }

    /**
     * A repeat of what was accepted gets its answer, though it would be refused by now. Under overload that holds for what this
     * replica accepted lately; other repeats are told when to come back, and get it then.
     */
    Uni<StartRunResponse> one(Caller caller, StartRunRequest request, Origin origin) {
        var asked = asked(caller, request.getRequestId(), request);
        return Uni.createFrom()
                .deferred(() -> fresh(caller, request, asked, origin))
                .onFailure(Failure.class)
                .recoverWithUni(refusal -> refusal instanceof Exhausted && !lately.has(asked)
                        ? Uni.createFrom().failure(refusal)
                        : repeated(asked, refusal));
    }

    private Uni<StartRunResponse> repeated(Asked asked, Throwable refusal) {
        return store.repeated(asked)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().failure(refusal)
                        : Uni.createFrom().item(repeat(known.get(), asked.requestId())));
    }

    private Uni<StartRunResponse> fresh(Caller caller, StartRunRequest request, Asked asked, Origin origin) {
        var accepted = switch (intake.check(request.getAccount(), request.getPerson())) {
            case Checked.Accepted ok -> ok;
            case Checked.Refused no -> throw new InvalidField("account", no.message() + " (" + no.code() + ")");
        };
        if (origin.waitedFor()) {
            admission.admit();
        }
        return libraries
                .pinned(caller.workspace(), request.getOptions().getLibraryRevision())
                .chain(library -> {
                    var run = new NewRuns(caller, request.getOptions(), library, clock.instant())
                            .firedBy(origin.firingId(), origin.hold())
                            .of(accepted, "", 0, place(caller, origin));
                    return store.accept(asked, run)
                            .invoke(() -> lately.accepted(asked))
                            .map(answer -> answer(answer, run, request.getRequestId()));
                });
    }

    /** Taken only once the run is let in: who is refused must not stand further back for it the next time. */
    private QueuePlace place(Caller caller, Origin origin) {
        return origin.waitedFor() ? shares.interactive(caller.workspace()) : shares.batch(caller.workspace(), 1);
    }

    Uni<StartBatchResponse> batch(Caller caller, StartBatchRequest request) {
        var asked = asked(caller, request.getRequestId(), request);
        return Uni.createFrom()
                .deferred(() -> freshBatch(caller, request, asked))
                .onFailure(Failure.class)
                .recoverWithUni(refusal -> store.repeatedBatch(asked).map(known -> known.orElseThrow(() -> refusal)));
    }

    private Uni<StartBatchResponse> freshBatch(Caller caller, StartBatchRequest request, Asked asked) {
        return libraries
                .pinned(caller.workspace(), request.getOptions().getLibraryRevision())
                .chain(library -> {
                    var batchId = Ids.next("bat");
                    List<NewRun> runs = new ArrayList<>();
                    List<RefusedEntry> refused = new ArrayList<>();
                    sort(caller, request, library, batchId, runs, refused);
                    if (request.getEstimateOnly()) {
                        return estimates
                                .of(caller.workspace(), runs)
                                .map(estimate -> StartBatchResponse.newBuilder()
                                        .addAllRefused(refused)
                                        .setEstimate(estimate)
                                        .build());
                    }
                    return store.acceptBatch(asked, batchId, runs, refused).invoke(queue::look);
                });
    }

    private void sort(
            Caller caller,
            StartBatchRequest request,
            Pinned library,
            String batchId,
            List<NewRun> runs,
            List<RefusedEntry> refused) {
        var make = new NewRuns(caller, request.getOptions(), library, clock.instant());
        // An estimate takes no place: who only asks must not stand behind others for it.
        var first = request.getEstimateOnly()
                ? new QueuePlace(QueuePlace.BATCH, clock.instant())
                : shares.batch(caller.workspace(), request.getEntriesCount());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.getEntriesCount(); i++) {
            switch (checked(request.getEntries(i))) {
                case Checked.Refused no -> refused.add(refusal(i, no.code(), no.message()));
                case Checked.Accepted ok
                when !seen.add(ok.account().getDomain()) ->
                    refused.add(refusal(i, "DUPLICATE", ok.account().getDomain() + " is in this batch already"));
                case Checked.Accepted ok -> runs.add(make.of(ok, batchId, i, first.after(runs.size())));
            }
        }
    }

    private Checked checked(BatchEntry entry) {
        return intake.check(entry.getAccount(), entry.getPerson());
    }

    private StartRunResponse answer(Accepted accepted, NewRun run, String requestId) {
        return switch (accepted) {
            case Accepted.New ignored -> {
                queue.look();
                yield StartRunResponse.newBuilder()
                        .setRun(run.run().toBuilder().clearTimeline())
                        .build();
            }
            case Accepted.Repeatable there -> repeat(there, requestId);
        };
    }

    private static StartRunResponse repeat(Accepted.Repeatable accepted, String requestId) {
        return switch (accepted) {
            case Accepted.Existing there ->
                StartRunResponse.newBuilder()
                        .setRun(there.row().run())
                        .setAlreadyActive(there.alreadyActive())
                        .build();
            case Accepted.Reused ignored -> throw new RequestIdReused(requestId);
        };
    }

    private static Asked asked(Caller caller, String requestId, Message request) {
        return new Asked(caller.workspace(), caller.subject(), requestId, BodyHash.of(request));
    }

    private static RefusedEntry refusal(int index, String code, String message) {
        return RefusedEntry.newBuilder()
                .setIndex(index)
                .setCode(code)
                .setMessage(message)
                .build();
    }
}
