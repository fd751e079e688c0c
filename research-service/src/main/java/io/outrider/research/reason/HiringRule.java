package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** "We are hiring a Maintenance Engineer in Aalst", "12 open roles". On careers pages also bare lines "Loom Technician, Lisbon". */
final class HiringRule implements Rule {

    static final Pattern COUNT = Pattern.compile(
            "(?i:\\b(?<n>\\d{1,4}) (?:open (?:roles|positions|jobs)|vacancies|openings|job openings))\\b");
    private static final String ROLE = "(?<role>\\p{Lu}[\\p{L}&/+#.'’ -]{2,60}?)";
    static final Pattern SAID_SO =
            Pattern.compile("(?i:\\b(?:hiring|looking for|vacancy:|open position:|join us as))\\s+(?i:an? |our )?"
                    + ROLE + "(?: in \\p{Lu}.*|, \\p{Lu}.*| \\(.*)?[.!]?$");
    static final List<String> SAYING_SO = List.of("hiring", "looking for", "vacancy:", "open position:", "join us as");
    private static final Pattern BARE = Pattern.compile("^" + ROLE + "(?:,| –| -| \\|) \\p{Lu}[\\p{L}' -]{1,40}$");
    private static final double SAID = 0.8;
    private static final double LISTED = 0.7;

    @Override
    public List<String> triggers() {
        return List.of(
                "open",
                "vacancies",
                "vacancy",
                "openings",
                "hiring",
                "looking",
                "join",
                "engineer",
                "manager",
                "technician",
                "lead",
                "operator",
                "developer",
                "analyst",
                "designer",
                "executive",
                "specialist",
                "programmer",
                "planner",
                "fitter",
                "welder",
                "mechanic",
                "driver",
                "consultant",
                "scientist",
                "researcher",
                "chef",
                "cook",
                "nurse",
                "buyer",
                "representative",
                "director",
                "head",
                "officer",
                "assistant",
                "coordinator",
                "technologist",
                "supervisor");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var count = sentence.matcher(COUNT);
        if (sentence.hasDigit() && count.find()) {
            found.add(sentence, Predicate.OPEN_ROLES, Integer.toString(Integer.parseInt(count.group("n"))), SAID);
            return;
        }
        var said = sentence.matcher(SAID_SO);
        if (sentence.saysAnyOf(SAYING_SO) && said.find()) {
            found.add(sentence, Predicate.HIRING_FOR, said.group("role"), SAID);
        } else if (isCareersPage(sentence.page().url())) {
            var bare = sentence.matcher(BARE);
            if (bare.find()) {
                found.add(sentence, Predicate.HIRING_FOR, bare.group("role"), LISTED);
            }
        }
    }

    private static boolean isCareersPage(String url) {
        var path = url.toLowerCase(Locale.ROOT);
        return path.contains("career") || path.contains("/job") || path.contains("karriere") || path.contains("vacanc");
    }
}
