package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "In 2024 Ferrocraft raised $18 million in a Series B round led by Scheldt Ventures." */
final class FundingRule implements Rule {

    private static final Pattern RAISED = Pattern.compile(
            "(?i:\\b(?:raises?|raised|closes|closed|secures?|secured|completes?|completed|announces?|announced)\\b)");
    private static final Pattern ROUND = Pattern.compile("(?i:\\b(?:series ([a-h])\\d?|(pre-seed|seed))\\b)");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<cur>[$€£])\\s?(?<n>\\d+(?:[.,]\\d+)*)\\s?(?<unit>(?i:million|billion|thousand|mn|bn|[mk]))?\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(20[0-4]\\d|199\\d)\\b");
    private static final double SAID = 0.8;

    @Override
    public List<String> triggers() {
        return List.of("series", "seed", "raised", "raises", "raise");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        if (!sentence.matcher(RAISED).find()) {
            return;
        }
        var round = sentence.matcher(ROUND);
        var amount = sentence.matcher(AMOUNT);
        var hasAmount = amount.find();
        var asOf = asOf(sentence);
        if (round.find()) {
            var value = hasAmount ? name(round) + ", " + amount.group() : name(round);
            found.add(sentence, Predicate.FUNDING_ROUND, value, SAID, false, asOf);
        }
        if (hasAmount && amount.group("cur").equals("$")) {
            found.add(sentence, Predicate.FUNDING_AMOUNT_USD, dollars(amount), SAID, false, asOf);
        }
    }

    private static String name(Matcher round) {
        if (round.group(1) != null) {
            return "Series " + round.group(1).toUpperCase(Locale.ROOT);
        }
        return round.group(2).equalsIgnoreCase("seed") ? "Seed" : "Pre-seed";
    }

    private static String dollars(Matcher amount) {
        var number = new BigDecimal(amount.group("n").replace(",", ""));
        var unit = amount.group("unit") == null ? "" : amount.group("unit").toLowerCase(Locale.ROOT);
        var zeros = switch (unit) {
            case "thousand", "k" -> 3;
            case "million", "mn", "m" -> 6;
            case "billion", "bn" -> 9;
            default -> 0;
        };
        return number.scaleByPowerOfTen(zeros).toBigInteger().toString();
    }

    /** Not later than the year that the sentence names, nor later than the page. */
    private static Instant asOf(Sentence sentence) {
        var year = sentence.matcher(YEAR);
        var page = sentence.page().asOf();
        if (!year.find()) {
            return page;
        }
        var end = LocalDate.of(Integer.parseInt(year.group()), 12, 31)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return end.isBefore(page) ? end : page;
    }
}
