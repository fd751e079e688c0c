package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/** "We are 240 people", "employs over 1,400 people", "headcount: 260". A lower bound is marked as inferred. */
final class HeadcountRule implements Rule {

    private static final String NUMBER = "(?<n%d>\\d{1,3}(?:[,. ’']\\d{3})+|\\d{1,7})(?<p%d>\\+)?";
    private static final String ABOUT =
            "(?:(?<q%d>over|more than|at least|nearly|almost|about|around|some|approximately|roughly)\\s+)?";
    private static final String STAFF = "(?:employees|staff|staff members|team members|colleagues|professionals)";

    static final Pattern PHRASE = Pattern.compile("(?i:\\b(?:"
            + "(?:employs?|employing|team of|workforce of|staff of|headcount(?: of| is|:)?|(?<!Organization )employees:)\\s+"
            + part(1)
            + "|(?:we are|we're)\\s+(?:a team of\\s+)?" + part(2) + "\\s+(?:people|strong|" + STAFF + ")"
            + "|" + part(3) + "\\s+(?:(?:full-time|dedicated|talented)\\s+)?" + STAFF
            + "|" + part(4) + "\\s+people\\s+(?:work|in|across|at|from|worldwide)"
            + ")\\b)");
    private static final Pattern NOT_DIGIT = Pattern.compile("\\D");
    private static final double SAID = 0.8;
    private static final double ROUGH = 0.6;
    private static final int PARTS = 4;

    private static String part(int i) {
        return ABOUT.formatted(i) + NUMBER.formatted(i, i);
    }

    @Override
    public List<String> triggers() {
        return List.of(
                "employees",
                "employs",
                "employ",
                "employing",
                "team",
                "people",
                "workforce",
                "staff",
                "headcount",
                "colleagues",
                "professionals");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var matcher = sentence.matcher(PHRASE);
        if (!sentence.hasDigit() || !matcher.find()) {
            return;
        }
        for (int i = 1; i <= PARTS; i++) {
            var digits = matcher.group("n" + i);
            if (digits != null) {
                var rough = matcher.group("q" + i) != null || matcher.group("p" + i) != null;
                var number = NOT_DIGIT.matcher(digits).replaceAll("");
                found.add(
                        sentence,
                        Predicate.EMPLOYEE_COUNT,
                        Long.toString(Long.parseLong(number)),
                        rough ? ROUGH : SAID,
                        rough,
                        sentence.page().asOf());
                return;
            }
        }
    }
}
