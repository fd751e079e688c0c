package io.outrider.research.crawl;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What hosts allow us (RFC 9309). A missing robots.txt allows everything, one that cannot be fetched allows nothing. Kept per
 * scheme and host for an hour, and for a minute where it could not be fetched.
 */
final class RobotsPolicy {

    private static final int MAX_BYTES = 512 * 1024;
    private static final int HOSTS = 20_000;

    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Cache<String, BaseRobotRules> kept = Caffeine.newBuilder()
            .maximumSize(HOSTS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final Cache<String, BaseRobotRules> failed = Caffeine.newBuilder()
            .maximumSize(HOSTS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final String robotName;

    RobotsPolicy(String robotName) {
        this.robotName = robotName;
    }

    /** @param fetch called at most once, where the host's rules are not known */
    BaseRobotRules of(URI url, Fetch fetch) throws Refused, InterruptedException {
        var origin = url.getScheme() + "://" + url.getRawAuthority();
        var known = kept.getIfPresent(origin);
        if (known == null) {
            known = failed.getIfPresent(origin);
        }
        return known == null ? ask(origin, fetch) : known;
    }

    private BaseRobotRules ask(String origin, Fetch fetch) throws Refused, InterruptedException {
        try {
            var answer = fetch.get(URI.create(origin + "/robots.txt"), MAX_BYTES);
            if (answer.status() >= 500) {
                return remember(failed, origin, parser.failedFetch(answer.status()));
            }
            var rules = answer.status() == 200
                    ? parser.parseContent(
                            origin + "/robots.txt", answer.body(), answer.contentType(), List.of(robotName))
                    : parser.failedFetch(404);
            return remember(kept, origin, rules);
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.ANSWER) {
                return remember(failed, origin, parser.failedFetch(503));
            }
            throw e;
        }
    }

    private static BaseRobotRules remember(Cache<String, BaseRobotRules> cache, String origin, BaseRobotRules rules) {
        cache.put(origin, rules);
        return rules;
    }

    /** Fetches robots.txt itself, redirects included. */
    @FunctionalInterface
    interface Fetch {
        Http.Answer get(URI url, int maxBytes) throws Refused, InterruptedException;
    }
}
