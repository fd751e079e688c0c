package io.outrider.sandbox.site;

import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Endless generated companies for load, {@code acct-N.example}: one page of 1 to 30 kilobytes each that states all there is
 * to know. The same number always gives the same page. Every fifth has fewer than 20 people.
 */
final class Fleet {

    private static final Pattern HOST = Pattern.compile("acct-(\\d{1,9})\\.example");
    private static final String[] NAMES = {"Alder", "Birch", "Cedar", "Hazel", "Maple", "Rowan", "Willow", "Juniper"};
    private static final String[] KINDS = {"Pumps", "Gears", "Foods", "Paper", "Glass", "Tools", "Motors", "Springs"};
    private static final String[] SEATS = {"Ghent, Belgium", "Lyon, France", "Porto, Portugal", "Brno, Czechia"};
    private static final String PADDING =
            "<p>Our work follows the seasons, and the seasons follow nobody. We keep our promises short and our days long.</p>\n";

    private static final String END = "</main></body></html>";
    private static final int DEFAULT_FROM_KB = 1;
    private static final int DEFAULT_TO_KB = 30;
    private static final int MOST_KB = 4_096;

    private volatile int fromKb = DEFAULT_FROM_KB;
    private volatile int toKb = DEFAULT_TO_KB;

    /**
     * How large pages are from now on, in kilobytes; both ends belong to it.
     *
     * @throws BadJson if that is no range of 1 to 4,096
     */
    void sized(int from, int to) {
        if (from < 1 || to < from || to > MOST_KB) {
            throw new BadJson("kb must be a range within 1 to " + MOST_KB);
        }
        fromKb = from;
        toKb = to;
    }

    Optional<Reply> answer(String host, String path) {
        var matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (path) {
                    case "/" -> Reply.html(200, page(Integer.parseInt(matcher.group(1))));
                    case "/robots.txt" -> Reply.text(200, "User-agent: *\nAllow: /\n");
                    default -> Reply.html(404, "<h1>Not found</h1>");
                });
    }

    private String page(int number) {
        var random = new SplittableRandom(number);
        var kind = KINDS[random.nextInt(KINDS.length)];
        var name = NAMES[random.nextInt(NAMES.length)] + " " + kind;
        var people = number % 5 == 0 ? random.nextInt(3, 20) : random.nextInt(90, 2_000);
        var html = new Html()
                .h1(name)
                .p(name + " makes " + kind.toLowerCase(Locale.ROOT) + " in a plant with " + random.nextInt(2, 9)
                        + " lines.")
                .p("We are " + people + " people in Ghent.")
                .p("Our headquarters are in " + SEATS[random.nextInt(SEATS.length)] + ".")
                .p("Industry: Manufacturing.")
                .p("We are hiring a Maintenance Engineer in Ghent.")
                .p("1 October 2026: " + name + " opens a new line after months of downtime.");
        var start = "<!doctype html><html lang=\"en\"><head><title>" + name + "</title></head><body><main>\n" + html;
        var size = random.nextInt(fromKb, toKb + 1) * 1_024;
        var padding = Math.max(0, size - start.length() - END.length()) / PADDING.length();
        return start + PADDING.repeat(padding) + END;
    }
}
