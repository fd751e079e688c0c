package io.outrider.sandbox.site;

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

    private Fleet() {}

    static Optional<Reply> answer(String host, String path) {
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

    private static String page(int number) {
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
        return "<!doctype html><html lang=\"en\"><head><title>" + name + "</title></head><body><main>\n" + html
                + PADDING.repeat(random.nextInt(5, 250)) + "</main></body></html>";
    }
}
