package io.outrider.research.crawl;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Fetches one page the polite way. Each hop of a redirect is a request like any other: checked, allowed, paced. */
final class Fetcher {

    private final TargetCheck targets;
    private final RobotsPolicy robots;
    private final HostPace pace;
    private final Http http;
    private final CrawlLimits limits;
    private final InstantSource clock;
    private final Pause pause;

    Fetcher(World world, RobotsPolicy robots, HostPace pace, CrawlLimits limits) {
        this.targets = world.targets();
        this.http = world.http();
        this.clock = world.clock();
        this.pause = world.pause();
        this.robots = robots;
        this.pace = pace;
        this.limits = limits;
    }

    /** Only pages of the site, only what its robots.txt allows, at most {@link CrawlLimits#REDIRECTS} hops. */
    Fetched page(URI url, Site site) throws Refused, InterruptedException {
        var at = url;
        for (int hop = 0; hop <= CrawlLimits.REDIRECTS; hop++) {
            targets.check(at);
            if (!site.owns(at)) {
                throw new Refused(Refused.Kind.GUARD, "leads to another site: " + at.getHost());
            }
            var rules = robots(at, site);
            if (!rules.isAllowed(at.toString())) {
                throw new Refused(
                        Refused.Kind.ROBOTS,
                        rules.isDeferVisits() ? "robots.txt could not be read" : "robots.txt disallows it");
            }
            var answer = once(at, site, delay(rules), limits.maxBytes());
            if (!answer.isRedirect()) {
                return new Fetched(at, good(answer), clock.instant());
            }
            at = Urls.resolve(at, answer.location())
                    .orElseThrow(() -> new Refused(Refused.Kind.GUARD, "redirects to no web address"));
        }
        throw new Refused(Refused.Kind.ANSWER, "more than " + CrawlLimits.REDIRECTS + " redirects");
    }

    BaseRobotRules robots(URI url, Site site) throws Refused, InterruptedException {
        return robots.of(url, (file, maxBytes) -> file(file, site, maxBytes));
    }

    /** A file that is no page: robots.txt itself, which nothing can forbid. Its redirects may leave the site. */
    private Http.Answer file(URI url, Site site, int maxBytes) throws Refused, InterruptedException {
        var at = url;
        for (int hop = 0; hop <= CrawlLimits.REDIRECTS; hop++) {
            var answer = once(at, site, limits.delay(), maxBytes);
            if (!answer.isRedirect()) {
                return answer;
            }
            at = Urls.resolve(at, answer.location())
                    .orElseThrow(() -> new Refused(Refused.Kind.ANSWER, "redirects to no web address"));
        }
        throw new Refused(Refused.Kind.ANSWER, "more than " + CrawlLimits.REDIRECTS + " redirects");
    }

    private Http.Answer once(URI url, Site site, Duration delay, int maxBytes) throws Refused, InterruptedException {
        var turn = pace.reserve(url.getHost(), delay);
        var wait = Duration.between(clock.instant(), turn);
        if (turn.isAfter(site.deadline())) {
            throw new Refused(Refused.Kind.GUARD, "no time left for this site");
        }
        if (wait.isPositive()) {
            pause.sleep(wait);
        }
        var left = Duration.between(clock.instant(), site.deadline());
        if (!left.isPositive()) {
            throw new Refused(Refused.Kind.GUARD, "no time left for this site");
        }
        var timeout = left.compareTo(limits.requestTimeout()) < 0 ? left : limits.requestTimeout();
        return http.get(targets.check(url), maxBytes, timeout);
    }

    private Duration delay(BaseRobotRules rules) {
        var asked = Duration.ofMillis(Math.clamp(rules.getCrawlDelay(), 0, CrawlLimits.LONGEST_DELAY.toMillis()));
        return asked.compareTo(limits.delay()) > 0 ? asked : limits.delay();
    }

    private static Http.Answer good(Http.Answer answer) throws Refused {
        if (answer.status() != 200) {
            throw new Refused(Refused.Kind.ANSWER, "status " + answer.status());
        }
        return answer;
    }

    /** Everything outside of this process. */
    record World(TargetCheck targets, Http http, InstantSource clock, Pause pause) {}

    /** @param url after redirects */
    record Fetched(URI url, Http.Answer answer, Instant at) {}
}
