package io.outrider.orchestrator.trigger;

import io.outrider.kit.error.Failure;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.library.Libraries;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.door.TriggeredRuns;
import io.outrider.orchestrator.run.queue.QueueTask;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.outrider.orchestrator.signal.Intent;
import io.outrider.orchestrator.signal.SignalStore;
import io.outrider.orchestrator.trigger.Ruling.Limits;
import io.outrider.orchestrator.trigger.Ruling.Outcome;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Trigger;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks every trigger about one account that has new signals. Its row in the queue was written together with them; it is done
 * over after a crash: firings are claimed in one commit each, and their runs are started by the firing's id.
 */
@ApplicationScoped
class Evaluation implements QueueTask {

    private static final int USUAL_COOL_DOWN_HOURS = 168;
    private static final int USUAL_CAP_PER_HOUR = 100;
    private static final String NO_COUNT = "It neither cools down nor counts against the cap";

    private final SignalStore signals;
    private final Libraries libraries;
    private final TriggerRules rules;
    private final FiringStore firings;
    private final TriggeredRuns runs;
    private final TriggerConfig config;
    private final Clock clock;
    private final RunQueue queue;

    Evaluation(
            SignalStore signals,
            Libraries libraries,
            TriggerRules rules,
            FiringStore firings,
            TriggeredRuns runs,
            TriggerConfig config,
            Clock clock,
            RunQueue queue) {
        this.signals = signals;
        this.libraries = libraries;
        this.rules = rules;
        this.firings = firings;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "evaluate";
    }

    /** @param instance {@code <workspace>/<domain>#<intake>} */
    @Override
    public void run(String instance) {
        var slash = instance.indexOf('/');
        var workspace = instance.substring(0, slash);
        var domain = instance.substring(slash + 1, instance.lastIndexOf('#'));
        now(firings.claimed(workspace, domain)).forEach(this::start);
        evaluate(workspace, domain);
    }

    private void evaluate(String workspace, String domain) {
        Pinned library;
        try {
            library = await(() -> libraries.pinned(workspace, 0));
        } catch (Failure noLibrary) {
            if (noLibrary.kind() == Failure.Kind.STATE || noLibrary.kind() == Failure.Kind.NOT_FOUND) {
                return;
            }
            throw noLibrary;
        }
        var triggers = library.library().getTriggersList().stream()
                .filter(trigger -> !trigger.getDisabled())
                .toList();
        if (triggers.isEmpty()) {
            return;
        }
        var intent = Intent.of(await(() -> signals.counting(workspace, domain)), clock.instant());
        for (var trigger : triggers) {
            if (rules.holds(trigger.getRule(), intent, clock.instant())) {
                var fired = now(firings.rule(held(workspace, domain, library.revision(), trigger, intent)));
                if (fired.outcome().claimed()) {
                    start(fired);
                }
            }
        }
    }

    private FiringStore.Held held(String workspace, String domain, long revision, Trigger trigger, Intent intent) {
        var firing = new Fired(
                workspace,
                "",
                trigger.getId(),
                revision,
                domain,
                Outcome.CLAIMED,
                "",
                trigger.getRule(),
                TriggerRules.inputs(intent),
                "",
                clock.instant());
        var hours = trigger.getCoolDownHours() == 0 ? USUAL_COOL_DOWN_HOURS : trigger.getCoolDownHours();
        var cap = trigger.getCapPerHour() == 0 ? USUAL_CAP_PER_HOUR : trigger.getCapPerHour();
        var evidence = intent.parts().stream()
                .flatMap(part -> part.signal().evidenceIds().stream())
                .distinct()
                .toList();
        return new FiringStore.Held(firing, new Limits(Duration.ofHours(hours), cap, config.breaker()), evidence);
    }

    /** Exactly one run: the request's id is the firing's. */
    private void start(Fired firing) {
        var caller = new Caller("trigger:" + firing.triggerId(), firing.workspace(), Set.of());
        var hold = firing.outcome() == Outcome.CLAIMED_HELD ? Hold.BREAKER : Hold.NONE;
        var request = request(firing);
        TriggeredRuns.Result result;
        try {
            result = await(() -> runs.start(caller, request, firing.id(), hold));
        } catch (Failure later) {
            now(firings.explain(firing, "The rule holds; its run is not taken in yet: " + later.getMessage()));
            throw later;
        }
        var ended = switch (result) {
            case TriggeredRuns.Result.Started(String id) ->
                firing.ended(hold == Hold.NONE ? Outcome.STARTED : Outcome.HELD_BY_BREAKER, id, firing.explanation());
            case TriggeredRuns.Result.AlreadyActive(String id) ->
                firing.ended(Outcome.ALREADY_ACTIVE, id, "The rule holds; the account has an active run. " + NO_COUNT);
            case TriggeredRuns.Result.Refused(String why) ->
                firing.ended(Outcome.REFUSED, "", "The rule holds; the run was refused: " + why + ". " + NO_COUNT);
        };
        now(firings.end(ended));
        queue.look();
    }

    private StartRunRequest request(Fired firing) {
        var trigger = await(() -> libraries.pinned(firing.workspace(), firing.libraryRevision()))
                .library()
                .getTriggersList()
                .stream()
                .filter(t -> t.getId().equals(firing.triggerId()))
                .findFirst()
                .orElse(Trigger.getDefaultInstance());
        var options = RunOptions.newBuilder()
                .setPlaybookId(trigger.getPlaybookId())
                .setLibraryRevision(firing.libraryRevision());
        if (!trigger.getLevel().isEmpty()) {
            options.setLevel(Level.valueOf("LEVEL_" + trigger.getLevel().toUpperCase(Locale.ROOT)));
        }
        return StartRunRequest.newBuilder()
                .setRequestId(firing.id())
                .setAccount(Account.newBuilder().setDomain(firing.domain()))
                .setOptions(options)
                .build();
    }

    private static <T> T now(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T await(Supplier<Uni<T>> uni) {
        try {
            return VertxContextSupport.subscribeAndAwait(uni);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("An account could not be evaluated", e);
        }
    }
}
