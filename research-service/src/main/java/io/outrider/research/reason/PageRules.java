package io.outrider.research.reason;

import io.outrider.research.brief.Account;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.Snapshot;
import java.util.Locale;
import java.util.regex.Pattern;

/** What only shows in the lines of a page together: its description, and products under their own headings. */
final class PageRules {

    private static final int FIRST_LINES = 8;
    private static final int SHORT_NAME = 40;
    private static final int SHORTEST_DESCRIPTION = 25;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final double SAID = 0.75;
    private static final Pattern IS = Pattern.compile("^ (?:is|are|helps|gives|lets|makes|keeps|turns|brings) ");

    private PageRules() {}

    static void read(Account account, Snapshot page, Findings found) {
        var text = page.text();
        var name = account.displayName().toLowerCase(Locale.ROOT);
        var described = false;
        var previous = -1;
        var line = 0;
        for (int start = 0; start < text.length(); line++) {
            var end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var sentence = new Sentence(account, page, start, end);
            if (!described && line > 0 && line < FIRST_LINES && describes(text, start, end, name)) {
                described = true;
                found.add(sentence, Predicate.DESCRIPTION, sentence.text(), SAID);
            }
            if (previous >= 0) {
                product(sentence, previous, name, found);
            }
            previous = start;
            start = end + 1;
        }
    }

    /** A sentence near the top that begins with the company's name, or with what it is to its readers. */
    private static boolean describes(String text, int start, int end, String name) {
        var length = end - start;
        return length >= SHORTEST_DESCRIPTION
                && length <= LONGEST_DESCRIPTION
                && text.regionMatches(true, start, name, 0, name.length())
                && text.charAt(end - 1) == '.';
    }

    private static void product(Sentence sentence, int previous, String name, Findings found) {
        var text = sentence.page().text();
        var heading = sentence.start() - 1 - previous;
        if (heading < 3
                || heading > SHORT_NAME
                || heading + 4 > sentence.end() - sentence.start()
                || !text.regionMatches(previous, text, sentence.start(), heading)) {
            return;
        }
        var title = text.substring(previous, previous + heading);
        var rest = IS.matcher(text).region(sentence.start() + heading, sentence.end());
        if (rest.find() && !title.toLowerCase(Locale.ROOT).equals(name)) {
            found.add(sentence, Predicate.PRODUCT, title, SAID);
        }
    }
}
