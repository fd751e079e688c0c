package io.outrider.sandbox.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a company is: what it does, how many it is, where it sits, how old it is, its money. */
final class CompanyExtractors {

    private static final String[] VERBS = {
        "builds",
        "makes",
        "produces",
        "designs",
        "manufactures",
        "mills",
        "assembles",
        "formulates",
        "distributes",
        "prints",
        "runs",
        "operates",
        "ships",
        "moves",
        "delivers",
        "offers",
        "provides",
        "develops",
        "teaches",
        "sells",
        "weaves",
        "cuts",
        "forges",
        "publishes",
        "cooks",
        "coils",
        "is an?",
        "is the"
    };

    private static final Cue DOES = Cue.of(
            "(?:^|[\\s|])((?:\\p{Lu}[\\p{L}&'-]*)(?: (?:and |of )?\\p{Lu}[\\p{L}&'-]*){0,3} (?:"
                    + String.join("|", VERBS) + ") [^.|]{8,160})\\.",
            Arrays.stream(VERBS).map(verb -> " " + verb.replace("?", "")).toArray(String[]::new));

    private static final Cue HEADCOUNT = Cue.of(
            "(?i)(?:\\bwe are|\\bemploys|\\bteam of|\\bheadcount:|\\bjoin our|\\bstaff of)\\s+(\\d[\\d,]*)\\b"
                    + "(?!\\s*(?:percent|%|euro|dollar))|\\b(\\d[\\d,]*) (?:people work|employees\\b|colleagues\\b)",
            "e are ", "employs", "eam of", "eadcount:", "oin our", "taff of", "people work", "employees", "colleagues");

    private static final Cue FOUNDED = Cue.of(
            "(?:founded in|began in|started in|in business since|established in|est\\.) (1[89]\\d\\d|20\\d\\d)",
            " 18",
            " 19",
            " 20");

    private static final Cue SEAT = Cue.of(
            "(?:headquarters are in|[Hh]eadquartered in|head office in|based in|Seat:) (\\p{Lu}[\\p{L}' -]+?)"
                    + "(?:, (\\p{Lu}[\\p{L} ]+?))?(?:\\.|$)",
            "eadquarter",
            "head office",
            "based in",
            "Seat:");

    private static final Cue INDUSTRY = Cue.of("Industry: ([\\p{L} -]{3,60})", "Industry:");

    private static final Cue RAISED =
            Cue.of("raised (.)([\\d.]+) (million|billion) in an? ([\\w ]{1,20}?) round", "raised");

    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("austria", "AT"),
            Map.entry("belgium", "BE"),
            Map.entry("canada", "CA"),
            Map.entry("czechia", "CZ"),
            Map.entry("denmark", "DK"),
            Map.entry("estonia", "EE"),
            Map.entry("finland", "FI"),
            Map.entry("france", "FR"),
            Map.entry("germany", "DE"),
            Map.entry("ireland", "IE"),
            Map.entry("italy", "IT"),
            Map.entry("netherlands", "NL"),
            Map.entry("norway", "NO"),
            Map.entry("poland", "PL"),
            Map.entry("portugal", "PT"),
            Map.entry("spain", "ES"),
            Map.entry("sweden", "SE"),
            Map.entry("switzerland", "CH"),
            Map.entry("united kingdom", "GB"),
            Map.entry("united states", "US"));

    private CompanyExtractors() {}

    static void read(String sentence, List<Finding> found) {
        var does = DOES.in(sentence);
        if (does != null) {
            found.add(Finding.likely("description", does.group(1)));
        }
        var headcount = HEADCOUNT.in(sentence);
        if (headcount != null) {
            var digits = headcount.group(1) == null ? headcount.group(2) : headcount.group(1);
            found.add(Finding.sure("employee_count", digits.replace(",", "")));
        }
        var founded = FOUNDED.in(sentence);
        if (founded != null) {
            found.add(Finding.sure("founded_year", founded.group(1)));
        }
        seat(sentence, found);
        var industry = INDUSTRY.in(sentence);
        if (industry != null) {
            found.add(Finding.sure("industry", industry.group(1).strip()));
        }
        funding(sentence, found);
    }

    private static void seat(String sentence, List<Finding> found) {
        var seat = SEAT.in(sentence);
        if (seat == null) {
            return;
        }
        var country = seat.group(2);
        found.add(Finding.sure("headquarters", country == null ? seat.group(1) : seat.group(1) + ", " + country));
        var code = country == null ? null : COUNTRIES.get(country.toLowerCase(Locale.ROOT));
        if (code != null) {
            found.add(Finding.sure("country_code", code));
        }
    }

    private static void funding(String sentence, List<Finding> found) {
        var raised = RAISED.in(sentence);
        if (raised == null) {
            return;
        }
        var amount = raised.group(1) + raised.group(2) + " " + raised.group(3);
        found.add(Finding.sure("funding_round", raised.group(4) + ", " + amount));
        if (raised.group(1).equals("$")) {
            var scale = raised.group(3).equals("million") ? 1e6 : 1e9;
            var dollars = Math.round(Double.parseDouble(raised.group(2)) * scale);
            found.add(Finding.sure("funding_amount_usd", Long.toString(dollars)));
        }
    }
}
