package io.outrider.research.brief;

import io.outrider.kit.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a brief of what was read. Every sentence in it comes from a claim. */
public final class BriefWriter {

    /** A brief without claims is tried again after this time. */
    private static final Duration EMPTY_LIFE = Duration.ofDays(1);

    private static final int SUMMARY_CLAIMS = 4;
    private static final List<Predicate> SUMMARY = List.of(
            Predicate.DESCRIPTION,
            Predicate.EMPLOYEE_COUNT,
            Predicate.HEADQUARTERS,
            Predicate.FUNDING_ROUND,
            Predicate.NEWS);

    private BriefWriter() {}

    /** @param readings must hold the page of every finding's evidence */
    public static Brief write(Account account, Depth depth, List<String> questions, Reading reading, Instant now) {
        reading.check();
        var claims = Claims.of(account.domain(), reading.findings());
        var asked =
                Arrays.stream(Predicate.values()).filter(p -> p.askedAt(depth)).toList();
        var answered = asked.stream().filter(p -> claims.best(p).isPresent()).count();
        return new Brief(
                Ids.next("brf"),
                account,
                now,
                claims.all().stream()
                        .map(Claim::expiresAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now.plus(EMPTY_LIFE)),
                depth,
                summary(claims, reading.emphasis()),
                Sections.of(claims),
                claims.all(),
                Signals.of(account.domain(), claims, now),
                Hooks.of(account, claims, reading.emphasis(), now),
                unknowns(asked, claims, questions, reading),
                claims.contradictions(),
                reading.pages().stream().map(Snapshot::url).toList(),
                reading.rejected(),
                (double) answered / asked.size(),
                reading.people(),
                reading.fabricated());
    }

    private static String summary(Claims claims, Emphasis emphasis) {
        var chosen = emphasis.summary().stream()
                .flatMap(finding -> claims.all().stream().filter(claim -> Hooks.says(claim, finding)));
        var usual = SUMMARY.stream().flatMap(predicate -> claims.best(predicate).stream());
        return Stream.concat(chosen, usual)
                .filter(Claim::holds)
                .distinct()
                .limit(SUMMARY_CLAIMS)
                .map(Phrases::sentence)
                .collect(Collectors.joining(" "));
    }

    private static List<Unknown> unknowns(
            List<Predicate> asked, Claims claims, List<String> questions, Reading reading) {
        var unknowns = new ArrayList<Unknown>();
        for (var predicate : asked) {
            if (claims.best(predicate).isEmpty()) {
                unknowns.add(new Unknown(predicate.question(), why(predicate, claims, reading)));
            }
        }
        for (var question : questions) {
            if (!Answered.by(question, claims)) {
                unknowns.add(new Unknown(question, why(null, claims, reading)));
            }
        }
        return unknowns;
    }

    private static String why(@Nullable Predicate predicate, Claims claims, Reading reading) {
        if (reading.pages().isEmpty()) {
            return reading.rejected().stream()
                    .findFirst()
                    .map(source -> "no page could be read: " + source.reason())
                    .orElse("no page could be read");
        }
        var disputed = claims.contradictions().stream()
                .anyMatch(contradiction -> Objects.equals(contradiction.predicate(), predicate));
        return disputed ? "sources disagree" : "no page that was read says it";
    }
}
