package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Exhausted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many agents this replica has at work for callers who wait. */
@ApplicationScoped
class AtWork {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Semaphore free;

    AtWork(AgentCallConfig config) {
        this.free = new Semaphore(config.atOnce());
    }

    /** @throws Exhausted at once where there is no place; nobody queues */
    <T> Uni<T> within(Supplier<Uni<T>> work) {
        if (!free.tryAcquire()) {
            throw new Exhausted("OVERLOADED", "Too many agents are at work; try again later", SOON);
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(free::release);
    }
}
