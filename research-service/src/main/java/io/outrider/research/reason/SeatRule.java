package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/** "Our headquarters are in Ghent, Belgium": the seat, and the country where it is named. */
final class SeatRule implements Rule {

    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+(?:[ -](?:\\p{Lu}[\\p{L}'’.-]+|am|an|der|de|la|upon|sur))*";
    static final Pattern PHRASE = Pattern.compile(
            "(?i:\\b(?:headquarters(?: is| are)?(?: located)? in|head office(?: is)? in|headquartered in|"
                    + "(?:we are|company is|is|are) based in|seat:|headquarters:))\\s+(?<city>" + NAME
                    + ")(?:, (?<land>" + NAME
                    + "))?");
    static final List<String> NEEDLES = List.of("headquarters", "head office", "headquartered", "based in", "seat:");
    private static final double SAID = 0.8;

    @Override
    public List<String> triggers() {
        return List.of("headquarters", "headquartered", "office", "based", "seat");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var matcher = sentence.matcher(PHRASE);
        if (!sentence.saysAnyOf(NEEDLES) || !matcher.find()) {
            return;
        }
        var city = withoutStop(matcher.group("city"));
        var land = matcher.group("land") == null ? "" : withoutStop(matcher.group("land"));
        found.add(sentence, Predicate.HEADQUARTERS, land.isEmpty() ? city : city + ", " + land, SAID);
        if (!land.isEmpty()) {
            Countries.code(land)
                    .ifPresent(code -> found.add(
                            sentence,
                            Predicate.COUNTRY_CODE,
                            code,
                            SAID,
                            true,
                            sentence.page().asOf()));
        }
    }

    /** The full stop of the sentence, not of "St. Gallen". */
    private static String withoutStop(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
