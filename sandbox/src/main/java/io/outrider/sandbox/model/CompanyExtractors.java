package io.outrider.sandbox.model;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a company is: what it does, how many it is, where it sits, how old it is, its money. */
final class CompanyExtractors {

    private static final String VERBS =
            "builds|makes|produces|designs|manufactures|mills|assembles|formulates|distributes|"
                    + "prints|runs|operates|ships|moves|delivers|offers|provides|develops|teaches|sells|weaves|cuts|forges|"
                    + "publishes|cooks|coils|is an?|is the";

    private static final Pattern DOES =
            Pattern.compile("(?:^|[\\s|])((?:\\p{Lu}[\\p{L}&'-]*)(?: (?:and |of )?\\p{Lu}[\\p{L}&'-]*){0,3} (?:" + VERBS
                    + ") [^.|]{8,160})\\.");

    private static final Pattern HEADCOUNT = Pattern.compile(
            "(?:\\bwe are|\\bemploys|\\bteam of|\\bheadcount:|\\bjoin our|\\bstaff of)\\s+(\\d[\\d,]*)\\b(?!\\s*(?:percent|%|euro|dollar))"
                    + "|\\b(\\d[\\d,]*) (?:people work|employees\\b|colleagues\\b)",
            CASE_INSENSITIVE);

    private static final Pattern FOUNDED = Pattern.compile(
            "(?:founded in|began in|started in|in business since|established in|est\\.) (1[89]\\d\\d|20\\d\\d)",
            CASE_INSENSITIVE);

    private static final Pattern SEAT = Pattern.compile(
            "(?:headquarters are in|headquartered in|head office in|based in|Seat:) (\\p{Lu}[\\p{L}' -]+?)(?:, (\\p{Lu}[\\p{L} ]+?))?(?:\\.|$)");

    private static final Pattern INDUSTRY = Pattern.compile("Industry: ([\\p{L} -]{3,60})");

    private static final Pattern RAISED =
            Pattern.compile("raised (.)([\\d.]+) (million|billion) in an? ([\\w ]{1,20}?) round");

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
        var does = DOES.matcher(sentence);
        if (does.find()) {
            found.add(Finding.likely("description", does.group(1)));
        }
        var headcount = HEADCOUNT.matcher(sentence);
        if (headcount.find()) {
            var digits = headcount.group(1) == null ? headcount.group(2) : headcount.group(1);
            found.add(Finding.sure("employee_count", digits.replace(",", "")));
        }
        var founded = FOUNDED.matcher(sentence);
        if (founded.find()) {
            found.add(Finding.sure("founded_year", founded.group(1)));
        }
        seat(sentence, found);
        var industry = INDUSTRY.matcher(sentence);
        if (industry.find()) {
            found.add(Finding.sure("industry", industry.group(1).strip()));
        }
        funding(sentence, found);
    }

    private static void seat(String sentence, List<Finding> found) {
        var seat = SEAT.matcher(sentence);
        if (!seat.find()) {
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
        var raised = RAISED.matcher(sentence);
        if (!raised.find()) {
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
