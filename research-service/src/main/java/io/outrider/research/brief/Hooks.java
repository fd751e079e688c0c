package io.outrider.research.brief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reasons to write now. A model may word one, and its wording stays only where every number and name in it is in its claims. */
final class Hooks {

    private static final int MOST = 5;
    private static final List<Predicate> WORTH_A_MESSAGE = List.of(
            Predicate.FUNDING_ROUND, Predicate.NEWS, Predicate.OPEN_ROLES, Predicate.HIRING_FOR, Predicate.OFFICE);
    private static final Pattern CHECKABLE = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}&.-]*|\\p{N}[\\p{N}.,]*");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\P{L}*\\p{L}+");

    private Hooks() {}

    static List<Hook> of(Account account, Claims claims, Emphasis emphasis, Instant now) {
        var hooks = new ArrayList<Hook>();
        for (var hooked : emphasis.hooks()) {
            var behind = hooked.findings().stream()
                    .flatMap(finding -> claims.all().stream().filter(claim -> says(claim, finding)))
                    .filter(Claim::holds)
                    .distinct()
                    .toList();
            if (!behind.isEmpty() && hooks.size() < MOST) {
                var text =
                        grounded(hooked.text(), account, behind) ? hooked.text() : Phrases.sentence(behind.getFirst());
                hooks.add(hook(text, behind, now));
            }
        }
        for (var predicate : WORTH_A_MESSAGE) {
            for (var claim : claims.holding(predicate)) {
                var told = hooks.stream().anyMatch(hook -> hook.claimIds().contains(claim.id()));
                if (!told && hooks.size() < MOST) {
                    hooks.add(hook(Phrases.sentence(claim), List.of(claim), now));
                }
            }
        }
        hooks.sort(Comparator.comparingInt(Hook::freshnessDays));
        return hooks;
    }

    static boolean says(Claim claim, Finding finding) {
        return claim.predicate() == finding.predicate() && claim.value().equalsIgnoreCase(finding.value());
    }

    private static boolean grounded(String text, Account account, List<Claim> claims) {
        var known = claims.stream()
                .flatMap(claim -> claim.evidence().stream().map(Evidence::quote))
                .collect(Collectors.joining(" ", account.displayName() + ' ', ""))
                .toLowerCase(Locale.ROOT);
        var values = claims.stream()
                .map(Claim::value)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        var rest = FIRST_WORD.matcher(text).replaceFirst("");
        return CHECKABLE
                .matcher(rest)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT).replaceAll("[.,-]+$", ""))
                .collect(Collectors.toCollection(HashSet::new))
                .stream()
                .allMatch(word -> SMALL.contains(word) || known.contains(word) || values.contains(word));
    }

    private static final Set<String> SMALL = Set.of("i", "you", "your", "the", "a", "we");

    private static Hook hook(String text, List<Claim> claims, Instant now) {
        var newest =
                claims.stream().map(Claim::asOf).max(Comparator.naturalOrder()).orElse(now);
        var days = Math.max(0, Duration.between(newest, now).toDays());
        return new Hook(text, claims.stream().map(Claim::id).toList(), (int) Math.min(days, 36_500));
    }
}
