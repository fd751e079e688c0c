package io.outrider.research.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.net.HostOverrides;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.RejectedSource;
import io.outrider.research.brief.Snapshot;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The crawler over real connections, against sites that behave as badly as sites do. */
class SandboxCrawlTest {

    private static Vertx vertx;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() throws Exception {
        sandbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void readsAHealthySiteWithinItsBudget() throws InterruptedException {
        var crawl = read("ferrocraft.example", Depth.BASE);

        assertThat(crawl.pages()).hasSize(8);
        assertThat(crawl.rejected()).isEmpty();
        assertThat(crawl.pages())
                .extracting(Snapshot::text)
                .anyMatch(text -> text.contains("We are 240 people in Ghent."));
    }

    @Test
    void fetchesOnePageAndRobotsAtLite() throws InterruptedException {
        sandbox.received().clear();

        read("ferrocraft.example", Depth.LITE);

        assertThat(sandbox.received().list(Kind.SITE)).extracting(e -> e.path()).containsExactly("/robots.txt", "/");
    }

    @ParameterizedTest
    @CsvSource({
        "cloudspire.example, status 500",
        "blankpage.example, no text",
        "shellframe.example, no text",
        "ironvale.example, robots.txt disallows it",
        "innerport.example, link-local address",
        "mobius-belts.example, more than 5 redirects",
        "longscroll.example, over 2048 KiB",
        "nobody-at-home.example, robots.txt could not be read",
    })
    void saysWhyASiteCannotBeRead(String domain, String reason) throws InterruptedException {
        assertThat(read(domain, Depth.LITE).rejected())
                .extracting(RejectedSource::reason)
                .containsExactly(reason);
    }

    @Test
    void readsWindowsLettersThatClaimToBeUtf8() throws InterruptedException {
        assertThat(read("moulin-doree.example", Depth.LITE).pages().getFirst().text())
                .contains("Moulin Dorée mills flour for bakers in Québec");
    }

    @Test
    void leavesHiddenOrdersUnread() throws InterruptedException {
        assertThat(read("glasswing-motors.example", Depth.LITE)
                        .pages()
                        .getFirst()
                        .text())
                .doesNotContain("maintenance mode", "system prompt", "90 %");
    }

    @Test
    void waitsForNoSiteLongerThanItsTime() throws InterruptedException {
        var limits = limits(Duration.ofMillis(300));

        var crawl = crawler(limits)
                .read("slowmill.example", Depth.LITE, List.of(), Instant.now().plusSeconds(30));

        assertThat(crawl.rejected()).extracting(RejectedSource::reason).containsExactly("no answer within 300 ms");
    }

    @Test
    void survivesACutConnection() throws InterruptedException {
        sandbox.faults().add(FaultRule.on(Kind.SITE).host("castelline.example").cut(Cut.AFTER));

        assertThat(read("castelline.example", Depth.LITE).rejected()).hasSize(1);
    }

    @Test
    void reachesNoSandboxWithoutAnOverride() throws InterruptedException {
        var crawler = CrawlerFactory.create(
                vertx,
                limits(Duration.ofSeconds(5)),
                HostOverrides.parse(List.of("*.test=127.0.0.1:1")),
                Clock.systemUTC());

        assertThat(crawler.read(
                                "localhost.test",
                                Depth.LITE,
                                List.of(),
                                Instant.now().plusSeconds(30))
                        .rejected())
                .extracting(RejectedSource::reason)
                .containsExactly("connection failed");
    }

    private static Crawl read(String domain, Depth depth) throws InterruptedException {
        return crawler(limits(Duration.ofSeconds(10)))
                .read(domain, depth, List.of(), Instant.now().plusSeconds(60));
    }

    private static Crawler crawler(CrawlLimits limits) {
        var overrides = HostOverrides.parse(List.of(sandbox.hostOverrides()));
        return CrawlerFactory.create(vertx, limits, overrides, Clock.systemUTC());
    }

    private static CrawlLimits limits(Duration requestTimeout) {
        return new CrawlLimits("OutriderBot/0.1", Duration.ZERO, 2 << 20, requestTimeout, Duration.ofSeconds(60));
    }
}
