package io.outrider.messaging.ground;

import io.outrider.messaging.material.Fact;
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

    private static final Pattern ISO_DATE = Pattern.compile("\\b\\d{4}-(\\d{2})(?:-\\d{2})?\\b");
    private static final Set<String> CALENDAR = Stream.concat(
                    Arrays.stream(Month.values()).map(Source::spelled),
                    Arrays.stream(java.time.DayOfWeek.values())
                            .map(d -> d.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    static Source of(Collection<String> texts) {
        var source = new Source("\n", new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        var folded = new StringBuilder(source.folded);
        for (var text : texts) {
            var plain = PlainText.of(text);
            folded.append(fold(plain)).append('\n');
            source.add(Reading.of(plain.replace('"', ' ')));
            source.addMonths(plain);
        }
        return new Source(folded.toString(), source.stems, source.names, source.capitals, source.figures);
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

    /** The same as of all the texts of both. */
    Source and(Source other) {
        return new Source(
                folded + other.folded.substring(1),
                union(stems, other.stems),
                union(names, other.names),
                union(capitals, other.capitals),
                union(figures, other.figures));
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        var both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }

    private void add(Reading reading) {
        reading.quantities().forEach(quantity -> figures.add(quantity.figure()));
        for (var word : reading.words()) {
            stems.add(word.stem());
            names.add(word.lower());
            if (word.looksLikeName()) {
                capitals.add(word.lower());
            }
        }
    }

    /** A source that says 2026-03-12 also says March. */
    private void addMonths(String plain) {
        if (plain.indexOf('-') < 0) {
            return;
        }
        var dates = ISO_DATE.matcher(plain);
        while (dates.find()) {
            int number = Integer.parseInt(dates.group(1));
            if (number >= 1 && number <= 12) {
                var lower = spelled(Month.of(number)).toLowerCase(Locale.ROOT);
                stems.add(Stem.ofLower(lower));
                names.add(lower);
                capitals.add(lower);
            }
        }
    }

    private static String spelled(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** In lower case, with one space for each run of white space. */
    private static String fold(String plain) {
        var lower = plain.toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length());
        boolean inSpaces = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean space = " \t\n\u000B\f\r".indexOf(c) >= 0;
            if (!space) {
                folded.append(c);
            } else if (!inSpaces) {
                folded.append(' ');
            }
            inSpaces = space;
        }
        return folded.toString().strip();
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
        return CALENDAR.contains(word.lower()) ? capitals.contains(word.lower()) : names.contains(word.lower());
    }

    boolean says(Word word) {
        return stems.contains(word.stem());
    }

    boolean states(Figure figure) {
        return figures.contains(figure);
    }

    static boolean isCalendar(Word word) {
        return CALENDAR.contains(word.lower());
    }
}
