package io.outrider.messaging.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text says that can be checked.
 *
 * @param plain the text as the checks see it
 * @param words those outside of quotation marks, without figures
 */
record Reading(String plain, List<String> quotes, List<Quantity> quantities, List<Word> words) {

    private static final Pattern QUOTE = Pattern.compile("\"([^\"]{1,400})\"");

    static Reading of(String text) {
        var plain = PlainText.of(text);
        var quotes = new ArrayList<String>();
        var unquoted = takeQuotes(plain, quotes);
        var figures = new ArrayList<Figure>();
        var rest = Figures.take(unquoted, figures);
        var scan = new WordScan(rest, figures);
        return new Reading(plain, List.copyOf(quotes), scan.quantities(), scan.words());
    }

    private static String takeQuotes(String plain, List<String> quotes) {
        if (plain.indexOf('"') < 0) {
            return plain;
        }
        var matcher = QUOTE.matcher(plain);
        var rest = new StringBuilder(plain);
        while (matcher.find()) {
            quotes.add(matcher.group(1).strip());
            for (int i = matcher.start() + 1; i < matcher.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }
}
