package io.outrider.research.crawl;

import io.outrider.kit.net.Dns;
import io.outrider.kit.net.HostOverrides;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web in memory, with a clock that jumps where the crawler waits. */
final class FakeWeb implements Http, InstantSource {

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    FakeWeb page(String url, String html) {
        return answer(url, 200, "text/html", "", html);
    }

    FakeWeb redirect(String url, String location) {
        return answer(url, 302, "text/html", location, "");
    }

    FakeWeb answer(String url, int status, String type, String location, String body) {
        answers.put(url, new Answer(status, type, location, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    FakeWeb host(String host, String address) {
        hosts.put(host, address);
        return this;
    }

    List<String> urls() {
        return visits.stream().map(Visit::url).toList();
    }

    List<Visit> visits() {
        return visits;
    }

    Fetcher.World world() {
        Dns dns = host ->
                List.of(InetAddress.ofLiteral(hosts.getOrDefault(host, host.matches("[0-9.]+") ? host : "1.1.1.1")));
        return new Fetcher.World(
                new TargetCheck(dns, HostOverrides.NONE), this, this, duration -> now = now.plus(duration));
    }

    Crawler crawler(CrawlLimits limits) {
        return CrawlerFactory.create(world(), limits);
    }

    static CrawlLimits limits() {
        return new CrawlLimits(
                "OutriderBot/0.1", Duration.ofSeconds(1), 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    @Override
    public Answer get(Target target, int maxBytes, Duration timeout) {
        visits.add(new Visit(target.url().toString(), target.address(), now));
        return answers.getOrDefault(target.url().toString(), new Answer(404, "text/html", "", new byte[0]));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** One request, and the address it went to. */
    record Visit(String url, String address, Instant at) {}
}
