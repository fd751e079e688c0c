package io.outrider.research.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.research.brief.SourceType;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    private static final URI URL = URI.create("https://ferrocraft.example/about");

    private final PageReader reader = new PageReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>secret</script>",
                "<style>.secret{}</style>",
                "<!-- secret -->",
                "<p hidden>secret</p>",
                "<p style='display: none'>secret</p>",
                "<div style='VISIBILITY:hidden'><p>secret</p></div>",
                "<p style='font-size:0;color:#fff'>secret</p>",
                "<span aria-hidden='true'>secret</span>",
                "<template>secret</template>",
                "<noscript>secret</noscript>",
                "<input type='hidden' value='secret'>",
                "<p title='secret' data-x='secret'></p>"
            })
    void leavesOutWhatNobodySees(String html) {
        assertThat(text("<p>Before</p>" + html + "<p>After</p>")).isEqualTo("Before\nAfter");
    }

    @Test
    void putsOneSpaceBetweenWordsAndOneLineBetweenBlocks() {
        assertThat(
                        text(
                                "<h1>About\n  us</h1><p>We&nbsp;are <b>240</b>\u200b people.<br>In  Ghent.</p><ul><li>One<li>Two</ul>"))
                .isEqualTo("About us\nWe are 240 people.\nIn Ghent.\nOne\nTwo");
    }

    @Test
    void composesLettersAndTheirMarks() {
        assertThat(text("<p>Cafe\u0301</p>")).isEqualTo("Caf\u00e9");
    }

    @Test
    void writesStructuredDataAsLinesThatCanBeQuoted() {
        var html = """
                <script type="application/ld+json">{"@graph": [
                  {"@type": ["Organization", "Thing"], "name": "Ferrocraft", "numberOfEmployees": {"value": 240},
                   "foundingDate": "2009", "address": {"addressLocality": "Ghent", "addressCountry": "BE"},
                   "employee": [{"@type": "Person", "name": "Ann Peeters", "jobTitle": "CEO", "email": "mailto:ann@ferrocraft.example"}]},
                  {"@type": "JobPosting", "title": "Welder", "datePosted": "2026-11-01"},
                  {"@type": "NewsArticle", "headline": "A second hall", "datePublished": "2026-11-13T08:00:00Z"}]}</script>
                <script type="application/ld+json">{ broken</script>""";

        var page = reader.read(URL, "text/html", bytes(html)).orElseThrow().page();

        assertThat(page.text().lines())
                .contains(
                        "Organization employees: 240",
                        "Organization founded: 2009",
                        "Organization city: Ghent",
                        "Organization country: BE",
                        "Person: Ann Peeters | CEO | ann@ferrocraft.example",
                        "Job posting: Welder | 2026-11-01",
                        "News: A second hall | 2026-11-13");
        assertThat(page.sourceType()).isEqualTo(SourceType.NEWS);
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2026-11-13T08:00:00Z"));
    }

    @Test
    void readsWhatTheHeadSays() {
        var html = """
                <html lang="de"><head><title>Über uns</title><meta name="description" content="Wir schweißen.">
                <meta property="og:site_name" content="Ferrocraft"><link rel="canonical" href="https://ferrocraft.example/ueber">
                <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><a href="/team">Team</a></body>""";

        var read = reader.read(URL, "text/html; charset=UTF-8", bytes(html)).orElseThrow();

        assertThat(read.page().title()).isEqualTo("Über uns");
        assertThat(read.page().lang()).isEqualTo("de");
        assertThat(read.page().publisher()).isEqualTo("Ferrocraft");
        assertThat(read.page().canonicalUrl()).isEqualTo("https://ferrocraft.example/ueber");
        assertThat(read.page().text()).startsWith("Über uns\nWir schweißen.\n");
        assertThat(read.links()).contains(new Link("/feed.xml", "news feed"), new Link("/team", "Team"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, text/html; charset=windows-1252",
        "windows-1252, text/html; charset=utf-8",
        "windows-1252, text/html",
        "UTF-8, text/html; charset=utf-8",
        "UTF-8, text/html",
        "UTF-8, text/html; charset=nonsense",
        "UTF-16LE, text/html; charset=utf-16le",
        "windows-1252, text/plain; charset=utf-8"
    })
    void readsLettersRightEvenWhereTheServerIsWrong(String sent, String declared) {
        var body = "<p>Moulin Dorée à Québec</p>".getBytes(Charset.forName(sent));

        assertThat(reader.read(URL, declared, body).orElseThrow().page().text()).contains("Moulin Dorée à Québec");
    }

    @Test
    void readsTheEntriesOfAFeed() {
        var rss = """
                <?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://ferrocraft.example</link>
                <description>d</description><item><title>A second &lt;b&gt;hall&lt;/b&gt;</title>
                <pubDate>Fri, 13 Nov 2026 09:00:00 GMT</pubDate><description>Forty &amp;amp; more jobs.</description></item></channel></rss>""";

        var page = reader.read(URL, "application/rss+xml", bytes(rss))
                .orElseThrow()
                .page();

        assertThat(page.text()).isEqualTo("News\nNews: A second hall | 2026-11-13\nForty & more jobs.");
        assertThat(page.sourceType()).isEqualTo(SourceType.NEWS);
    }

    @Test
    void readsNoFileThroughAFeed() {
        var rss = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel>
                <title>&x;</title><link>https://a.example</link><description>d</description></channel></rss>""";

        assertThat(reader.read(URL, "application/rss+xml", bytes(rss))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/pdf", "application/octet-stream", "application/xml"})
    void takesNothingElseForAPage(String type) {
        assertThat(reader.read(URL, type, new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    void survivesAPageMadeToHurt() {
        var deep = "<div>".repeat(20_000) + "deep";

        assertThat(text(deep)).isNotNull();
    }

    private String text(String html) {
        return reader.read(URL, "text/html; charset=utf-8", bytes(html))
                .orElseThrow()
                .page()
                .text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
