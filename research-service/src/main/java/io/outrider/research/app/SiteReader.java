package io.outrider.research.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.research.brief.BriefWriter;
import io.outrider.research.brief.Reading;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.brief.Work;
import io.outrider.research.crawl.Crawl;
import io.outrider.research.crawl.Crawler;
import io.outrider.research.reason.Dossier;
import io.outrider.research.reason.Research;
import io.outrider.research.reason.Researchers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads a site, reasons over what it says, and writes a brief. Blocks: to be called on a virtual thread. */
@ApplicationScoped
class SiteReader {

    /** Of the time that the caller gives; what is left after asking is for writing and the way back. */
    private static final double FOR_CRAWLING = 0.6;

    private static final double FOR_ASKING = 0.9;

    private final Crawler crawler;
    private final Researchers researchers;
    private final Clock clock;
    private final MeterRegistry meters;

    SiteReader(Crawler crawler, Researchers researchers, Clock clock, MeterRegistry meters) {
        this.crawler = crawler;
        this.researchers = researchers;
        this.clock = clock;
        this.meters = meters;
    }

    /** @param fresh pages that need not be read again */
    Made read(ResearchTask task, List<Snapshot> fresh) throws InterruptedException {
        var start = clock.instant();
        var crawl = crawler.read(task.account().domain(), task.depth(), fresh, share(task, start, FOR_CRAWLING));
        var dossier = new Dossier(
                task.account(), crawl.pages(), task.questions(), task.turn().until(share(task, start, FOR_ASKING)));
        var made = made(task, crawl, researchers.of(task.level()).research(dossier));
        count(crawl, made);
        return made;
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

    private void count(Crawl crawl, Made made) {
        meters.counter("outrider.research.pages", "result", "read").increment(crawl.fetched());
        meters.counter("outrider.research.pages", "result", "rejected")
                .increment(crawl.rejected().size());
        meters.counter("outrider.research.claims")
                .increment(made.brief().claims().size());
        meters.counter("outrider.research.fabricated.citations")
                .increment(made.brief().fabricatedCitations());
        if (!made.work().degradedReasons().isEmpty()) {
            meters.counter("outrider.research.degraded").increment();
        }
    }

    private static Instant share(ResearchTask task, Instant start, double share) {
        var given = Duration.between(start, task.turn().deadline());
        return start.plusMillis((long) (given.toMillis() * share));
    }
}
