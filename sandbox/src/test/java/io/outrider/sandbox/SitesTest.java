package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import io.outrider.sandbox.site.Sites;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTest {

    private final Sites sites = new Sites(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void hasManySitesAndEachAnswersSomething() {
        assertThat(sites.hosts()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(sites.hosts()).allSatisfy(host -> {
            assertThat(get(host, "/robots.txt").status()).isEqualTo(200);
            assertThat(get(host, "/").status()).isIn(200, 302, 500);
        });
    }

    @Test
    void linksOnlyToPagesThatAreThere() {
        for (var host : sites.hosts()) {
            for (var link : Jsoup.parse(text(get(host, "/"))).select("nav a")) {
                assertThat(get(host, link.attr("href")).status())
                        .as(host + link.attr("href"))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void saysTheSameFactsInSeveralWays() {
        assertThat(text(get("ferrocraft.example", "/about"))).contains("We are 240 people in Ghent.");
        assertThat(text(get("brightmoor-foods.example", "/about"))).contains("620 people work here");
        assertThat(text(get("nordvik-paper.example", "/about"))).contains("The group employs 890 people");
        assertThat(text(get("coldharbor.example", "/about"))).contains("Headcount: 260.");
    }

    @Test
    void carriesJsonLdOnTheHomePage() {
        var script = Jsoup.parse(text(get("ferrocraft.example", "/"))).selectFirst("script[type=application/ld+json]");
        assertThat(script).isNotNull();
        JsonNode json = Client.json(script.data());
        assertThat(json.at("/address/addressCountry").asText()).isEqualTo("BE");
        assertThat(json.at("/numberOfEmployees/value").asInt()).isEqualTo(240);
    }

    @Test
    void keepsNewsNew() {
        assertThat(text(get("ferrocraft.example", "/news"))).contains("13 November 2026: Ferrocraft opens");
        assertThat(text(get("ferrocraft.example", "/news/feed.xml"))).contains("Fri, 13 Nov 2026 09:00:00 GMT");
    }

    @ParameterizedTest
    @CsvSource({
        "cloudspire.example, /, 500",
        "innerport.example, /, 302",
        "mobius-belts.example, /home, 302",
        "ferrocraft.example, /nowhere, 404",
    })
    void hasSitesThatMisbehave(String host, String path, int status) {
        assertThat(get(host, path).status()).isEqualTo(status);
    }

    @Test
    void hasSitesThatAreAwkward() {
        assertThat(get("slowmill.example", "/").delayMs()).isPositive();
        assertThat(text(get("ironvale.example", "/robots.txt"))).contains("Disallow: /\n");
        assertThat(text(get("harrowgate-tools.example", "/robots.txt"))).contains("Disallow: /team");
        assertThat(get("longscroll.example", "/").body().length()).isGreaterThan(8_000_000);
        assertThat(text(get("dualhelm.example", "/about"))).contains("320 people");
        assertThat(text(get("dualhelm.example", "/careers"))).contains("185 employees");
        assertThat(Jsoup.parse(text(get("blankpage.example", "/"))).text()).isEmpty();
        assertThat(get("moulin-doree.example", "/").body().getBytes())
                .asString(StandardCharsets.UTF_8)
                .contains("Moulin Dor\uFFFDe");
        assertThat(text(get("glasswing-motors.example", "/"))).contains("ignore all previous instructions");
        assertThat(get("not-in-the-data.example", "/").hangUp()).isTrue();
    }

    @Test
    void generatesAsManyCompaniesAsLoadNeeds() {
        var page = text(get("acct-12345.example", "/"));
        assertThat(page).isEqualTo(text(get("acct-12345.example", "/"))).hasSizeBetween(1_000, 32_000);
        assertThat(Jsoup.parse(page).text()).containsPattern("We are ([3-9]|1\\d) people");
        assertThat(Jsoup.parse(text(get("acct-12346.example", "/"))).text()).containsPattern("We are \\d{2,4} people");
        assertThat(get("acct-x.example", "/").hangUp()).isTrue();
    }

    private Reply get(String host, String path) {
        var none = MultiMap.caseInsensitiveMultiMap();
        return sites.answer(new Request("GET", host, path, none, none, Buffer.buffer()));
    }

    private static String text(Reply reply) {
        return reply.body().toString();
    }
}
