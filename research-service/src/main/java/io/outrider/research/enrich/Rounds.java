package io.outrider.research.enrich;

import io.outrider.research.brief.Claim;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a funding claim apart: "Series B, $18 million", and in its quote the year and who led it. */
final class Rounds {

    private static final Pattern AMOUNT = Pattern.compile(
            "([$€£])\\s?(\\d+(?:[.,]\\d+)*)\\s?(million|billion|thousand|mn|bn|[mk])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern LED_BY =
            Pattern.compile("led by (\\p{Lu}[\\p{L}\\p{N}&'’-]*(?: \\p{Lu}[\\p{L}\\p{N}&'’-]*){0,4})");
    private static final Map<String, String> CURRENCIES = Map.of("$", "USD", "€", "EUR", "£", "GBP");

    private Rounds() {}

    static CompanyRecord.Round of(Claim claim) {
        var quote = claim.evidence().getFirst().quote();
        var comma = claim.value().indexOf(',');
        var name = comma < 0 ? claim.value() : claim.value().substring(0, comma);
        var amount = AMOUNT.matcher(claim.value());
        var known = amount.find();
        return new CompanyRecord.Round(
                name,
                first(YEAR.matcher(quote)),
                known ? units(amount) : -1,
                known ? CURRENCIES.getOrDefault(amount.group(1), "") : "",
                LED_BY.matcher(quote)
                        .results()
                        .map(match -> match.group(1))
                        .limit(1)
                        .toList());
    }

    private static String first(Matcher matcher) {
        return matcher.find() ? matcher.group() : "";
    }

    private static long units(Matcher amount) {
        var unit = amount.group(3) == null ? "" : amount.group(3).toLowerCase(Locale.ROOT);
        var zeros = switch (unit) {
            case "thousand", "k" -> 3;
            case "million", "mn", "m" -> 6;
            case "billion", "bn" -> 9;
            default -> 0;
        };
        return new BigDecimal(amount.group(2).replace(",", ""))
                .scaleByPowerOfTen(zeros)
                .longValue();
    }
}
