package io.outrider.research.brief;

import io.outrider.research.brief.Claims.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of several values where at most one can be true. More trust wins, then the clearly newer one; where neither
 * decides, all of them are contradicted and nobody guesses.
 */
final class Disagreement {

    /** A company has one of each at a time, and a second value makes the first one doubtful. */
    private static final Set<Predicate> EXCLUSIVE = EnumSet.of(
            Predicate.EMPLOYEE_COUNT, Predicate.FOUNDED_YEAR, Predicate.HEADQUARTERS, Predicate.COUNTRY_CODE);

    private static final Comparator<Voice> BEST_FIRST = Comparator.comparingDouble(Voice::trust)
            .thenComparing(voice -> voice.claim().asOf())
            .thenComparingDouble(voice -> voice.claim().confidence())
            .reversed()
            .thenComparing(voice -> voice.claim().id());

    private Disagreement() {}

    static Settled settle(Predicate predicate, List<Voice> voices) {
        if (voices.size() == 1) {
            return new Settled(List.of(voices.getFirst().claim()), Optional.empty());
        }
        if (predicate.isMany()) {
            return new Settled(withoutShorter(voices), Optional.empty());
        }
        var ranked = voices.stream().sorted(BEST_FIRST).toList();
        return EXCLUSIVE.contains(predicate) ? exclusive(predicate, ranked) : surest(voices);
    }

    /** "Series B, $18 million" says all that "Series B" says. */
    private static List<Claim> withoutShorter(List<Voice> voices) {
        var byStart = new HashMap<String, Claim>();
        for (var voice : voices) {
            var value = voice.claim().value().toLowerCase(Locale.ROOT);
            for (var comma = value.indexOf(','); comma > 0; comma = value.indexOf(',', comma + 1)) {
                byStart.putIfAbsent(value.substring(0, comma), voice.claim());
            }
        }
        return voices.stream()
                .map(Voice::claim)
                .map(claim -> {
                    var longer = byStart.get(claim.value().toLowerCase(Locale.ROOT));
                    return longer == null ? claim : claim.superseded(longer.id());
                })
                .toList();
    }

    private static Settled surest(List<Voice> voices) {
        var best = voices.stream()
                .max(Comparator.comparingDouble(
                                (Voice voice) -> voice.trust() * voice.claim().confidence())
                        .thenComparing(voice -> voice.claim().asOf()))
                .orElseThrow()
                .claim();
        return new Settled(
                voices.stream()
                        .map(Voice::claim)
                        .map(claim -> claim.equals(best) ? claim : claim.superseded(best.id()))
                        .toList(),
                Optional.empty());
    }

    private static Settled exclusive(Predicate predicate, List<Voice> ranked) {
        var exact = ranked.stream().filter(voice -> !voice.claim().inferred()).toList();
        var best = fullest(exact.isEmpty() ? ranked : exact);
        var rivals = exact.stream().filter(voice -> contradicts(best, voice)).toList();
        var claims = new ArrayList<Claim>();
        if (rivals.isEmpty()) {
            ranked.forEach(voice -> claims.add(
                    voice.equals(best)
                            ? voice.claim()
                            : voice.claim().superseded(best.claim().id())));
            return new Settled(claims, Optional.empty());
        }
        for (var voice : ranked) {
            var doubtful = voice.equals(best) || rivals.contains(voice);
            claims.add(
                    doubtful
                            ? voice.claim().contradicted()
                            : voice.claim().superseded(best.claim().id()));
        }
        var ids = claims.stream()
                .filter(claim -> claim.status() == ClaimStatus.CONTRADICTED)
                .map(Claim::id)
                .toList();
        return new Settled(claims, Optional.of(new Contradiction(predicate, ids)));
    }

    /** The first, or the longest that says the same and more. */
    private static Voice fullest(List<Voice> ranked) {
        var first = ranked.getFirst();
        return ranked.stream()
                .filter(voice -> sameText(first.claim().value(), voice.claim().value()))
                .filter(voice ->
                        voice.claim().value().length() > first.claim().value().length())
                .max(Comparator.comparingInt(voice -> voice.claim().value().length()))
                .orElse(first);
    }

    /** As trusted as the best, about the same time, and saying something else. */
    private static boolean contradicts(Voice best, Voice other) {
        if (other.equals(best) || other.trust() < best.trust()) {
            return false;
        }
        var life = best.claim().predicate().life();
        var clearlyOlder = other.claim().asOf().isBefore(best.claim().asOf().minus(life));
        return !clearlyOlder && !sameText(best.claim().value(), other.claim().value());
    }

    /** "Ghent" and "Ghent, Belgium" do not contradict each other. */
    private static boolean sameText(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        return a.startsWith(b + ",") || b.startsWith(a + ",");
    }

    record Settled(List<Claim> claims, Optional<Contradiction> contradiction) {}
}
