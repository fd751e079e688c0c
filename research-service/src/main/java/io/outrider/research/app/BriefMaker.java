package io.outrider.research.app;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.research.app.Requests.Known;
import io.outrider.research.brief.Briefs;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.brief.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a brief: takes a stored one while all of it is fresh, else reads what has expired and reasons again. */
@ApplicationScoped
class BriefMaker {

    /** Accounts read at once. One more costs memory and gains nothing: the caller waits better than we do. */
    static final int MOST_IN_FLIGHT = 1_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Briefs briefs;
    private final SiteReader sites;
    private final VirtualThreadOffload offload;
    private final Clock clock;

    BriefMaker(Briefs briefs, SiteReader sites, VirtualThreadOffload offload, Clock clock) {
        this.briefs = briefs;
        this.sites = sites;
        this.offload = offload;
        this.clock = clock;
    }

    Uni<Made> make(ResearchTask task, Known known) {
        if (task.refresh()) {
            return read(task, List.of());
        }
        // Answers to the caller's own questions are not in a stored brief.
        if (known.fresh().isPresent() && task.questions().isEmpty()) {
            return Uni.createFrom().item(Made.again(known.fresh().get(), Work.none(task.level())));
        }
        return known.hasFreshPages()
                ? briefs.freshPages(task.workspace(), task.account().domain(), clock.instant())
                        .chain(fresh -> read(task, fresh))
                : read(task, List.of());
    }

    private Uni<Made> read(ResearchTask task, List<Snapshot> fresh) {
        if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
            inFlight.decrementAndGet();
            return Uni.createFrom()
                    .failure(new Exhausted("OVERLOADED", "Too many accounts are being read", RETRY_AFTER));
        }
        return offload.call(() -> sites.read(task, fresh)).eventually(inFlight::decrementAndGet);
    }
}
