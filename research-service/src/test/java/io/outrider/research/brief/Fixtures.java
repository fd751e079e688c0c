package io.outrider.research.brief;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Pages and findings with safe defaults; a test names what matters to it. */
public final class Fixtures {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final Account FERROCRAFT = new Account("ferrocraft.example", "Ferrocraft", "", Map.of());

    private Fixtures() {}

    public static Snapshot page(String text) {
        return page("https://ferrocraft.example/about", text, NOW);
    }

    public static Snapshot page(String url, String text, Instant fetchedAt) {
        var page = new PageText(text, "About", url, "", null, "en", "text/html", SourceType.COMPANY_SITE);
        return Snapshot.of(url, fetchedAt, 200, page);
    }

    public static Finding finding(Predicate predicate, String value, Snapshot page) {
        return Finding.of(predicate, value, Evidence.at(page, 0, page.text().length()), 0.8, false, page);
    }

    public static Reading reading(List<Snapshot> pages, List<Finding> findings) {
        return new Reading(pages, List.of(), findings, List.of(), Emphasis.NONE, 0);
    }

    public static Brief brief(List<Snapshot> pages, List<Finding> findings) {
        return BriefWriter.write(FERROCRAFT, Depth.LITE, List.of(), reading(pages, findings), NOW);
    }
}
