package io.outrider.research.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.research.brief.Depth;
import io.outrider.research.brief.RejectedSource;
import io.outrider.research.brief.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlerTest {

    private static final String HOME = "https://a.example/";

    private final FakeWeb web = new FakeWeb();

    @Test
    void readsOnePageAndRobotsAtLite() throws InterruptedException {
        web.page(HOME, "<a href='/about'>About</a>").page(HOME + "about", "About us");

        var crawl = crawl(Depth.LITE);

        assertThat(web.urls()).containsExactly(HOME + "robots.txt", HOME);
        assertThat(crawl.pages()).hasSize(1);
    }

    @Test
    void keepsASecondBetweenRequestsToAHost() throws InterruptedException {
        web.page(HOME, "Home <a href='/about'>a</a>").page(HOME + "about", "About us");

        crawl(Depth.BASE);

        var times = web.visits().stream().map(FakeWeb.Visit::at).toList();
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(times).hasSizeGreaterThan(3);
    }

    @Test
    void waitsLongerWhereRobotsAsksForIt() throws InterruptedException {
        web.answer(HOME + "robots.txt", 200, "text/plain", "", "User-agent: *\nCrawl-delay: 7\n")
                .page(HOME, "Home <a href='/about'>a</a>")
                .page(HOME + "about", "About us");

        crawl(Depth.BASE);

        var last = web.visits().getLast().at();
        var before = web.visits().get(web.visits().size() - 2).at();
        assertThat(Duration.between(before, last)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void readsTheMostUsefulPagesFirst() throws InterruptedException {
        var links = "<a href='/x'>x</a><a href='/privacy'>p</a><a href='/team'>t</a><a href='/logo.png'>l</a>"
                + "<a href='https://other.example/about'>o</a><a href='/about'>a</a><a href='mailto:x@a.example'>m</a>";
        web.page(HOME, "Home " + links);
        List.of("x", "privacy", "team", "about").forEach(path -> web.page(HOME + path, "Page " + path));

        var crawl = crawl(Depth.BASE);

        assertThat(crawl.pages())
                .extracting(Snapshot::url)
                .containsExactly(HOME, HOME + "about", HOME + "team", HOME + "x");
    }

    @Test
    void takesPagesFromTheSitemap() throws InterruptedException {
        var map = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<url><loc>https://a.example/company</loc></url><url><loc>https://other.example/about</loc></url></urlset>";
        var index = "<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>https://a.example/part.xml</loc></sitemap></sitemapindex>";
        web.page(HOME, "Home")
                .answer(HOME + "robots.txt", 200, "text/plain", "", "Sitemap: https://a.example/map.xml")
                .answer(HOME + "map.xml", 200, "application/xml", "", index)
                .answer(HOME + "part.xml", 200, "application/xml", "", map)
                .page(HOME + "company", "Company");

        assertThat(crawl(Depth.BASE).pages()).extracting(Snapshot::url).containsExactly(HOME, HOME + "company");
    }

    @Test
    void staysWithinTheBudgetOfPages() throws InterruptedException {
        var links = new StringBuilder("Home");
        for (int i = 0; i < 30; i++) {
            links.append("<a href='/p").append(i).append("'>p</a>");
            web.page(HOME + "p" + i, "Page " + i);
        }
        web.page(HOME, links.toString());

        assertThat(crawl(Depth.BASE).pages()).hasSize(Depth.BASE.pages());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/, 10.0.0.1, private address",
        "https://evil.example/, 1.1.1.1, leads to another site: evil.example",
        "https://inner.a.example/, 192.168.1.1, private address",
        "https://a.example:8080/, 1.1.1.1, port 8080 is not allowed",
        "ftp://a.example/, 1.1.1.1, redirects to no web address",
        "http://169.254.169.254/latest/meta-data/, 1.1.1.1, link-local address",
    })
    void checksEveryHopOfARedirect(String location, String address, String reason) throws InterruptedException {
        var host = java.net.URI.create(location).getHost();
        if (!host.equals("a.example") && !Character.isDigit(host.charAt(0))) {
            web.host(host, address);
        }
        web.redirect(HOME, location);
        if (location.equals("http://a.example/")) {
            web.host("www.a.example", "10.0.0.1").redirect(HOME, "http://www.a.example/");
        }

        var crawl = crawl(Depth.LITE);

        assertThat(crawl.rejected()).extracting(RejectedSource::reason).containsExactly(reason);
        assertThat(web.visits()).allSatisfy(visit -> assertThat(visit.address()).isEqualTo("1.1.1.1"));
    }

    @Test
    void followsARedirectWithinTheSiteAndAsksItsRobots() throws InterruptedException {
        web.redirect(HOME, "https://www.a.example/").page("https://www.a.example/", "Home");

        var crawl = crawl(Depth.LITE);

        assertThat(crawl.pages()).extracting(Snapshot::url).containsExactly("https://www.a.example/");
        assertThat(web.urls()).contains("https://www.a.example/robots.txt");
    }

    @Test
    void givesUpOnACircle() throws InterruptedException {
        web.redirect(HOME, "/b").redirect(HOME + "b", "/");

        assertThat(crawl(Depth.LITE).rejected())
                .extracting(RejectedSource::reason)
                .containsExactly("more than 5 redirects");
    }

    @ParameterizedTest
    @CsvSource({"200, 'User-agent: *\nDisallow: /', robots.txt disallows it", "503, '', robots.txt could not be read"})
    void readsNothingThatRobotsDoesNotAllow(int status, String robots, String reason) throws InterruptedException {
        web.answer(HOME + "robots.txt", status, "text/plain", "", robots).page(HOME, "Home");

        assertThat(crawl(Depth.BASE).rejected())
                .extracting(RejectedSource::reason)
                .containsExactly(reason);
        assertThat(web.urls()).doesNotContain(HOME);
    }

    @Test
    void readsWhatRobotsAllowsUsByName() throws InterruptedException {
        var robots = "User-agent: *\nDisallow: /\n\nUser-agent: OutriderBot\nDisallow: /team\n";
        web.answer(HOME + "robots.txt", 200, "text/plain", "", robots)
                .page(HOME, "Home <a href='/team'>t</a><a href='/about'>a</a>")
                .page(HOME + "about", "About");

        var crawl = crawl(Depth.BASE);

        assertThat(crawl.pages()).extracting(Snapshot::url).containsExactly(HOME, HOME + "about");
        assertThat(crawl.rejected()).containsExactly(new RejectedSource(HOME + "team", "robots.txt disallows it"));
    }

    @Test
    void asksForRobotsOnceAnHour() throws InterruptedException {
        web.page(HOME, "Home");
        var crawler = web.crawler(FakeWeb.limits());

        crawler.read("a.example", Depth.LITE, List.of(), web.instant().plusSeconds(60));
        crawler.read("a.example", Depth.LITE, List.of(), web.instant().plusSeconds(60));

        assertThat(web.urls()).containsOnlyOnce(HOME + "robots.txt");
    }

    @Test
    void beginsNothingAfterTheDeadline() throws InterruptedException {
        web.page(HOME, "Home <a href='/about'>a</a>").page(HOME + "about", "About");

        var crawl = web.crawler(FakeWeb.limits())
                .read("a.example", Depth.BASE, List.of(), web.instant().plusMillis(2_500));

        assertThat(crawl.pages()).hasSize(1);
        assertThat(web.visits()).hasSizeLessThan(4);
    }

    @Test
    void readsAgainOnlyWhatIsNotFresh() throws InterruptedException {
        web.page(HOME, "Home <a href='/about'>a</a>").page(HOME + "about", "About");
        var first = crawl(Depth.BASE);
        var about =
                first.pages().stream().filter(p -> p.url().endsWith("about")).toList();
        var before = web.urls().size();

        var second = web.crawler(FakeWeb.limits())
                .read("a.example", Depth.BASE, about, web.instant().plusSeconds(60));

        assertThat(second.pages()).hasSize(2);
        assertThat(second.read()).extracting(Snapshot::url).containsExactly(HOME);
        assertThat(web.urls().subList(before, web.urls().size())).doesNotContain(HOME + "about");
    }

    @Test
    void readsOnePageOnceWhateverItsAddresses() throws InterruptedException {
        web.page(HOME, "Home <a href='/about'>a</a><a href='/about/'>b</a><a href='/us'>c</a>")
                .page(HOME + "about", "About")
                .page(HOME + "us", "About");

        assertThat(crawl(Depth.BASE).pages()).hasSize(2);
    }

    private Crawl crawl(Depth depth) throws InterruptedException {
        return web.crawler(FakeWeb.limits())
                .read("a.example", depth, List.of(), web.instant().plusSeconds(300));
    }
}
