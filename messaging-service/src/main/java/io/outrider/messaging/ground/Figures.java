package io.outrider.messaging.ground;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures that a text states in digits, and marks their places so that what is left are words. */
final class Figures {

    /** Stands where a figure stood; PlainText lets none through. */
    static final String MARK = "\u0001";

    private static final String CODES = "usd|eur|gbp|chf|sek|nok|dkk|pln|jpy|inr|cad|aud|cny";
    static final Pattern FIGURE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])"
                    + "(?<before>(?:us|a|c)?\\$|[€£¥₹]|(?:" + CODES + ")(?=[ \\d]))? ?"
                    + "(?<number>\\d{1,3}(?:[, ']\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?)"
                    + "(?: ?(?<scale>thousand|million|billion|trillion|mio|mn|mm|bn|tn|k|m|b)(?![\\p{L}\\p{N}]))?"
                    + "(?: ?(?<share>%|per ?cent(?!\\p{L})|percentage points?(?!\\p{L})|pp(?!\\p{L})))?"
                    + "(?: ?(?<after>dollars?|euros?|pounds?|" + CODES + "|[€$£¥₹])(?![\\p{L}\\p{N}]))?"
                    + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[, ']\\d{3})+(?:\\.\\d+)?");
    private static final Pattern GROUPING = Pattern.compile("[, ']");

    /** What may stand before the first digit of a figure: "us$ ", "eur ". */
    private static final int BEFORE_CHARS = 4;

    private static final Map<String, BigDecimal> SCALES = Map.ofEntries(
            scale("k", 3),
            scale("thousand", 3),
            scale("m", 6),
            scale("mn", 6),
            scale("mm", 6),
            scale("mio", 6),
            scale("million", 6),
            scale("b", 9),
            scale("bn", 9),
            scale("billion", 9),
            scale("tn", 12),
            scale("trillion", 12));

    private Figures() {}

    private static Map.Entry<String, BigDecimal> scale(String name, int zeros) {
        return Map.entry(name, BigDecimal.TEN.pow(zeros));
    }

    /**
     * Adds each figure of {@code text} to {@code found}.
     *
     * @return the text with {@link #MARK} and spaces in place of each figure
     */
    static String take(String text, List<Figure> found) {
        int digit = digit(text, 0);
        if (digit == text.length()) {
            return text;
        }
        var matcher = FIGURE.matcher(text).useTransparentBounds(true);
        var rest = new StringBuilder(text);
        int end = 0;
        while (digit < text.length()) {
            matcher.region(Math.max(end, digit - BEFORE_CHARS), text.length());
            if (!matcher.find()) {
                break;
            }
            end = matcher.end();
            digit = digit(text, end);
            found.add(read(matcher));
            for (int i = matcher.start(); i < matcher.end(); i++) {
                rest.setCharAt(i, ' ');
            }
            rest.setCharAt(matcher.start("number"), MARK.charAt(0));
        }
        return rest.toString();
    }

    /** Where the next digit stands; the end of the text where there is none. A figure needs one, and most texts have few. */
    private static int digit(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
            at++;
        }
        return at;
    }

    private static Figure read(Matcher matcher) {
        var digits = matcher.group("number");
        boolean grouped = GROUPED.matcher(digits).matches();
        var amount = new BigDecimal(grouped ? GROUPING.matcher(digits).replaceAll("") : digits.replace(',', '.'));
        var scale = matcher.group("scale");
        if (scale != null) {
            amount = amount.multiply(SCALES.get(scale.toLowerCase(Locale.ROOT)));
        }
        return new Figure(amount, unit(matcher));
    }

    private static String unit(Matcher matcher) {
        if (matcher.group("share") != null) {
            return Figure.SHARE;
        }
        var before = matcher.group("before");
        return currency(before == null ? matcher.group("after") : before);
    }

    /** The ISO 4217 code of a currency as people write it; empty for none. */
    static String currency(@org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return "";
        }
        var lower = written.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "$", "us$", "dollar", "dollars" -> "USD";
            case "a$" -> "AUD";
            case "c$" -> "CAD";
            case "€", "euro", "euros" -> "EUR";
            case "£", "pound", "pounds" -> "GBP";
            case "¥" -> "JPY";
            case "₹" -> "INR";
            default -> lower.toUpperCase(Locale.ROOT);
        };
    }
}
