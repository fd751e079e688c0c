package io.outrider.research.crawl;

import io.outrider.kit.net.HostOverrides;
import io.outrider.kit.net.PlatformDns;
import io.outrider.research.read.PageReader;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** Puts a crawler together. */
public final class CrawlerFactory {

    private CrawlerFactory() {}

    /** @param overrides anything but {@link HostOverrides#NONE} is said loudly: it opens a way past the address guard */
    public static Crawler create(Vertx vertx, CrawlLimits limits, HostOverrides overrides, InstantSource clock) {
        for (var override : overrides.overrides()) {
            Log.warnf(
                    "CRAWLER HOST OVERRIDE: %s is fetched from %s:%d by plain HTTP, past the address guard. For tests only.",
                    override.pattern(), override.host(), override.port());
        }
        var world = new Fetcher.World(
                new TargetCheck(new PlatformDns(), overrides),
                new VertxHttp(vertx, limits.userAgent()),
                clock,
                Thread::sleep);
        return create(world, limits);
    }

    static Crawler create(Fetcher.World world, CrawlLimits limits) {
        var fetcher = new Fetcher(world, new RobotsPolicy(limits.robotName()), new HostPace(world.clock()), limits);
        return new Crawler(fetcher, new PageReader(), limits.siteTimeout(), world.clock());
    }
}
