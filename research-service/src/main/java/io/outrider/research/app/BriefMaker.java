package io.outrider.research.app;

import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.research.brief.Brief;
import io.outrider.research.brief.BriefWriter;
import io.outrider.research.brief.Briefs;
import io.outrider.research.brief.Reading;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.brief.Work;
import io.outrider.research.crawl.Crawl;
import io.outrider.research.crawl.Crawler;
import io.outrider.research.reason.Dossier;
import io.outrider.research.reason.Research;
import io.outrider.research.reason.Researchers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a brief: takes a stored one while all of it is fresh, else reads what has expired and reasons again. */
@ApplicationScoped
class BriefMaker {

    /** Of the time that the caller gives, for crawling and for crawling and asking; the rest is for writing and the way back. */
    private static final double FOR_CRAWLING = 0.6;

    private static final double FOR_ASKING = 0.9;

    private final Briefs briefs;
    private final Crawler crawler;
    private final Researchers researchers;
    private final VirtualThreadOffload offload;
    private final Clock clock;

    BriefMaker(Briefs briefs, Crawler crawler, Researchers researchers, VirtualThreadOffload offload, Clock clock) {
        this.briefs = briefs;
        this.crawler = crawler;
        this.researchers = researchers;
        this.offload = offload;
        this.clock = clock;
    }

    Uni<Made> make(ResearchTask task) {
        if (task.refresh()) {
            return read(task, List.of());
        }
        return stored(task)
                .chain(known -> known == null
                        ? readWhatExpired(task)
                        : Uni.createFrom().item(Made.again(known, Work.none(task.level()))));
    }

    /** Questions of the caller's own are not in a stored brief. */
    private Uni<Brief> stored(ResearchTask task) {
        if (!task.questions().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return briefs.fresh(
                        task.workspace(),
                        task.account().domain(),
                        task.depth(),
                        task.level().usesModel(),
                        clock.instant())
                .map(found -> found.orElse(null));
    }

    private Uni<Made> readWhatExpired(ResearchTask task) {
        return briefs.freshPages(task.workspace(), task.account().domain(), clock.instant())
                .chain(fresh -> read(task, fresh));
    }

    private Uni<Made> read(ResearchTask task, List<Snapshot> fresh) {
        return offload.call(() -> {
            var crawl = crawler.read(task.account().domain(), task.depth(), fresh, share(task, FOR_CRAWLING));
            var dossier = new Dossier(task.account(), crawl.pages(), task.questions(), share(task, FOR_ASKING));
            return made(task, crawl, researchers.of(task.level()).research(dossier));
        });
    }

    private Made made(ResearchTask task, Crawl crawl, Research research) {
        var reading = new Reading(
                crawl.pages(),
                crawl.rejected(),
                research.findings(),
                research.people(),
                research.emphasis(),
                research.fabricated());
        var brief = BriefWriter.write(task.account(), task.depth(), task.questions(), reading, clock.instant());
        var partial = crawl.pages().isEmpty()
                ? List.of("no page of " + task.account().domain() + " could be read")
                : List.<String>of();
        var work = new Work(task.level(), research.degradedReasons(), research.model(), crawl.fetched(), partial);
        var byModel = task.level().usesModel() && research.degradedReasons().isEmpty();
        return new Made(brief, work, crawl.read(), true, byModel);
    }

    private Instant share(ResearchTask task, double share) {
        var now = clock.instant();
        var left = Duration.between(now, task.deadline());
        return now.plusMillis((long) (left.toMillis() * share));
    }
}
