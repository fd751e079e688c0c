package io.outrider.research.crawl;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How much a page is likely to tell about a company, by the words of its path and of the link to it. */
final class Usefulness {

    static final int NEVER = -1;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("about", 100),
            Map.entry("company", 92),
            Map.entry("unternehmen", 92),
            Map.entry("entreprise", 92),
            Map.entry("team", 95),
            Map.entry("leadership", 95),
            Map.entry("people", 90),
            Map.entry("management", 90),
            Map.entry("careers", 90),
            Map.entry("career", 90),
            Map.entry("jobs", 90),
            Map.entry("karriere", 90),
            Map.entry("hiring", 85),
            Map.entry("news", 88),
            Map.entry("newsroom", 88),
            Map.entry("press", 86),
            Map.entry("feed", 84),
            Map.entry("rss", 84),
            Map.entry("atom", 84),
            Map.entry("blog", 70),
            Map.entry("products", 82),
            Map.entry("product", 82),
            Map.entry("platform", 80),
            Map.entry("solutions", 78),
            Map.entry("services", 76),
            Map.entry("customers", 80),
            Map.entry("customer", 80),
            Map.entry("references", 74),
            Map.entry("cases", 74),
            Map.entry("stories", 70),
            Map.entry("technology", 72),
            Map.entry("security", 60),
            Map.entry("certifications", 62),
            Map.entry("contact", 60),
            Map.entry("locations", 60),
            Map.entry("offices", 60),
            Map.entry("investors", 66),
            Map.entry("pricing", 50),
            Map.entry("impressum", 55),
            Map.entry("imprint", 55));

    private static final Pattern NO_PAGE = Pattern.compile(
            "\\.(?:jpe?g|png|gif|svg|webp|ico|css|js|pdf|zip|gz|mp4|mp3|woff2?|docx?|xlsx?|pptx?|exe|dmg)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_USE = Pattern.compile(
            "/(?:log-?in|sign-?in|sign-?up|register|cart|checkout|account|admin|privacy|terms|legal|cookies?|search|wp-)");
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int UNKNOWN = 20;
    private static final int PER_LEVEL = 6;

    private Usefulness() {}

    /** Higher is better; {@link #NEVER} for what is not worth a request. */
    static int of(URI url, String linkText) {
        var path = url.getRawPath().toLowerCase(Locale.ROOT);
        if (NO_PAGE.matcher(path).find() || NO_USE.matcher(path).find()) {
            return NEVER;
        }
        var best = Math.max(best(path), best(linkText.toLowerCase(Locale.ROOT)) - 5);
        var depth = path.chars().filter(c -> c == '/').count() - (path.endsWith("/") ? 1 : 0);
        return (int) Math.max(0, best - PER_LEVEL * Math.max(0, depth - 1) - (url.getRawQuery() == null ? 0 : 15));
    }

    private static int best(String words) {
        return SPLIT.splitAsStream(words)
                .mapToInt(word -> WORDS.getOrDefault(word, UNKNOWN))
                .max()
                .orElse(UNKNOWN);
    }
}
