package io.outrider.research;

import io.outrider.kit.net.HostOverrides;
import io.outrider.research.crawl.CrawlLimits;
import io.outrider.research.crawl.Crawler;
import io.outrider.research.crawl.CrawlerFactory;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The process's one crawler, made of its settings. */
@Singleton
class CrawlerProducer {

    /** At start, so that an override is logged before anything is fetched. */
    @Produces
    @Singleton
    @Startup
    Crawler crawler(ResearchConfig config, Vertx vertx, Clock clock) {
        var limits = new CrawlLimits(
                config.userAgent(), config.delay(), config.maxBytes(), config.requestTimeout(), config.siteTimeout());
        return CrawlerFactory.create(
                vertx, limits, HostOverrides.parse(config.hostOverrides().orElse(List.of())), clock);
    }
}
