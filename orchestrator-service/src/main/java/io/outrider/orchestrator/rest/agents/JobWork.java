package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.Unavailable;
import io.outrider.orchestrator.rest.FlatBody;
import io.outrider.orchestrator.rest.agents.AgentJob.Delivery;
import io.outrider.orchestrator.rest.agents.Deliveries.Sent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Carries one job: answers it, then delivers the answer. Whatever was done before is not done again. */
@ApplicationScoped
class JobWork {

    private static final Failure BROKEN =
            new Unavailable("INTERNAL", "This question broke something of ours; it was logged", Duration.ZERO);

    private final AgentJobs jobs;
    private final RunAgent agents;
    private final AgentBody bodies;
    private final Deliveries deliveries;
    private final CallbackConfig config;
    private final Clock clock;

    JobWork(
            AgentJobs jobs,
            RunAgent agents,
            AgentBody bodies,
            Deliveries deliveries,
            CallbackConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.agents = agents;
        this.bodies = bodies;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Blocks the calling virtual thread.
     *
     * @return when to come back; empty where nothing is left to do
     */
    Optional<Instant> carry(String workspace, String id) {
        var job = await(jobs.read(workspace, id));
        if (job.isEmpty()) {
            return Optional.empty();
        }
        try {
            var answer = answer(job.get());
            return deliver(job.get(), answer);
        } catch (Exhausted e) {
            return later(e.retryAfter());
        } catch (Unavailable e) {
            return later(e.retryAfter());
        }
    }

    /**
     * The job keeps breaking for a reason of our own. Its caller gets that for an answer; where it has one, its delivery fails.
     *
     * @return whether the answer is still to be delivered
     */
    boolean giveUp(String workspace, String id, String cause) {
        var job = await(jobs.read(workspace, id));
        if (job.isEmpty()) {
            return false;
        }
        if (job.get().call().answer() != null) {
            await(jobs.settle(job.get().call(), Delivery.FAILED, "broke too often: " + cause));
            return false;
        }
        await(agents.refuse(job.get().call(), job.get().agent(), BROKEN));
        return true;
    }

    private byte[] answer(AgentJob job) {
        var known = job.call().answer();
        if (known != null) {
            return known;
        }
        try {
            var ask = bodies.read(job.agent(), FlatBody.read(job.body()));
            return await(agents.answer(job.call(), ask));
        } catch (Failure e) {
            var passing = e instanceof Exhausted || e instanceof Unavailable;
            if (passing && clock.instant().isBefore(job.created().plus(config.patience()))) {
                throw e;
            }
            return await(agents.refuse(job.call(), job.agent(), e));
        }
    }

    private Optional<Instant> deliver(AgentJob job, byte[] answer) {
        var url = job.callbackUrl();
        if (url == null || job.delivery() != Delivery.PENDING) {
            return Optional.empty();
        }
        var attempt = await(jobs.attempt(job.call()));
        return switch (deliveries.post(job.call(), url, answer)) {
            case Sent.Delivered ignored -> settled(job, Delivery.DELIVERED, "");
            case Sent.Refused(String reason, boolean forGood)
            when forGood || attempt >= config.attempts() -> settled(job, Delivery.FAILED, reason);
            case Sent.Refused ignored -> later(pause(attempt));
        };
    }

    private Optional<Instant> settled(AgentJob job, Delivery delivery, String reason) {
        await(jobs.settle(job.call(), delivery, reason));
        return Optional.empty();
    }

    private Duration pause(int attempt) {
        var pause = config.firstPause();
        for (var i = 1; i < attempt && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(3);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    private Optional<Instant> later(Duration pause) {
        return Optional.of(clock.instant().plus(pause));
    }

    private static <T> T await(Uni<T> uni) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> uni);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
