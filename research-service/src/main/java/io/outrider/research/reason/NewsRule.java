package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dated headlines: "13 November 2026: Ferrocraft opens a second hall", and the entries of a feed. */
final class NewsRule implements Rule {

    private static final Map<String, Month> MONTHS = Stream.of(Month.values())
            .collect(Collectors.toUnmodifiableMap(
                    m -> m.name().toLowerCase(Locale.ROOT).substring(0, 3), m -> m));
    private static final String MONTH = "(?<%s>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
    private static final Pattern DATED = Pattern.compile(
            "^(?:(?<d1>\\d{1,2})\\.? " + MONTH.formatted("m1") + " (?<y1>\\d{4})|" + MONTH.formatted("m2")
                    + " (?<d2>\\d{1,2}),? (?<y2>\\d{4})|(?<iso>\\d{4}-\\d{2}-\\d{2}))\\s*[:|–—-]\\s*(?<title>.{10,200})$");
    private static final Pattern ENTRY =
            Pattern.compile("^News: (?<title>.{5,200}?)(?: \\| (?<iso>\\d{4}-\\d{2}-\\d{2}))?$");
    private static final double SAID = 0.85;

    @Override
    public List<String> triggers() {
        var words = Stream.of(Month.values()).map(m -> m.name().toLowerCase(Locale.ROOT));
        var shorts = Stream.of(Month.values())
                .map(m -> m.name().toLowerCase(Locale.ROOT).substring(0, 3));
        var years = Stream.iterate(2015, y -> y + 1).limit(30).map(String::valueOf);
        return Stream.of(words, shorts, years, Stream.of("news", "sept"))
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var entry = sentence.matcher(ENTRY);
        if (entry.find()) {
            add(sentence, found, entry.group("title"), iso(entry));
            return;
        }
        var dated = sentence.matcher(DATED);
        if (dated.find()) {
            var date = dated.group("iso") == null ? spelled(dated) : iso(dated);
            date.ifPresent(day -> add(sentence, found, dated.group("title"), Optional.of(day)));
        }
    }

    private static void add(Sentence sentence, Findings found, String title, Optional<LocalDate> date) {
        var day = date.map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant());
        Instant asOf = day.orElse(sentence.page().asOf());
        if (!asOf.isAfter(sentence.page().fetchedAt())) {
            var headline = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
            found.add(sentence, Predicate.NEWS, headline, SAID, false, asOf);
        }
    }

    private static Optional<LocalDate> spelled(Matcher dated) {
        var one = dated.group("m1") == null ? "2" : "1";
        return date(
                Integer.parseInt(dated.group("y" + one)),
                MONTHS.getOrDefault(dated.group("m" + one).toLowerCase(Locale.ROOT), Month.JANUARY),
                Integer.parseInt(dated.group("d" + one)));
    }

    private static Optional<LocalDate> iso(Matcher matcher) {
        var text = matcher.group("iso");
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(int year, Month month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
