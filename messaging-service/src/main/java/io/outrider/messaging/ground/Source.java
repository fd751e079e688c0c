package io.outrider.messaging.ground;

import io.outrider.messaging.material.Fact;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that may carry a sentence, prepared for looking things up.
 *
 * @param names exact words in lower case, for names, which are not stemmed
 * @param capitals words that the text writes with a capital, in lower case
 */
record Source(String folded, Set<String> stems, Set<String> names, Set<String> capitals, Set<Figure> figures) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ISO_DATE = Pattern.compile("\\b\\d{4}-(\\d{2})(?:-\\d{2})?\\b");
    private static final Set<String> CALENDAR = Stream.concat(
                    Arrays.stream(Month.values()).map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                    Arrays.stream(java.time.DayOfWeek.values())
                            .map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    static Source of(Collection<String> texts) {
        var stems = new HashSet<String>();
        var names = new HashSet<String>();
        var capitals = new HashSet<String>();
        var figures = new HashSet<Figure>();
        var folded = new StringBuilder("\n");
        for (var text : texts) {
            var plain = PlainText.of(text);
            folded.append(fold(plain)).append('\n');
            var reading = Reading.of(plain.replace('"', ' '));
            reading.quantities().forEach(quantity -> figures.add(quantity.figure()));
            reading.words().forEach(word -> add(word, stems, names, capitals));
            addMonths(plain, stems, names, capitals);
        }
        return new Source(folded.toString(), stems, names, capitals, figures);
    }

    static Source of(Fact fact) {
        var source = of(
                Stream.concat(Stream.of(fact.value()), fact.quotes().stream()).toList());
        source.stems.addAll(Predicates.words(fact.predicate()));
        if (fact.predicate().endsWith("_usd")) {
            source.figures.stream()
                    .filter(Figure::isPlain)
                    .toList()
                    .forEach(figure -> source.figures.add(new Figure(figure.amount(), "USD")));
        }
        return source;
    }

    private static void add(Word word, Set<String> stems, Set<String> names, Set<String> capitals) {
        var lower = word.text().toLowerCase(Locale.ROOT);
        stems.add(word.stem());
        names.add(lower);
        if (word.looksLikeName()) {
            capitals.add(lower);
        }
    }

    /** A source that says 2026-03-12 also says March. */
    private static void addMonths(String plain, Set<String> stems, Set<String> names, Set<String> capitals) {
        var dates = ISO_DATE.matcher(plain);
        while (dates.find()) {
            int number = Integer.parseInt(dates.group(1));
            if (number >= 1 && number <= 12) {
                var month = LocalDate.of(2000, number, 1).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                var lower = month.toLowerCase(Locale.ROOT);
                stems.add(Stem.of(lower));
                names.add(lower);
                capitals.add(lower);
            }
        }
    }

    private static String fold(String plain) {
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** True where the text has the quotation word for word, not cut inside a word. Case and spacing do not count. */
    boolean quotes(String quotation) {
        var wanted = fold(PlainText.of(quotation));
        if (wanted.isEmpty()) {
            return false;
        }
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (!joins(at - 1, at) && !joins(end - 1, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean joins(int left, int right) {
        return Character.isLetterOrDigit(folded.charAt(left)) && Character.isLetterOrDigit(folded.charAt(right));
    }

    /** True where the text names what the word names. "May" is not carried by "may". */
    boolean names(Word word) {
        var lower = word.text().toLowerCase(Locale.ROOT);
        return CALENDAR.contains(lower) ? capitals.contains(lower) : names.contains(lower);
    }

    boolean says(Word word) {
        return stems.contains(word.stem());
    }

    boolean states(Figure figure) {
        return figures.contains(figure);
    }

    static boolean isCalendar(Word word) {
        return CALENDAR.contains(word.text().toLowerCase(Locale.ROOT));
    }
}
