package io.outrider.research.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Findings joined into claims, with the disagreements between them brought into the open. */
public record Claims(List<Claim> all, List<Contradiction> contradictions) {

    private static final double MORE_SOURCES = 0.05;
    private static final double SUREST = 0.97;

    /** Quotes kept of one claim, one of each page at first. */
    private static final int QUOTES = 4;

    public Claims {
        all = List.copyOf(all);
        contradictions = List.copyOf(contradictions);
    }

    /** Findings of one predicate and value become one claim that carries all their quotes. */
    public static Claims of(String subject, List<Finding> findings) {
        var groups = new LinkedHashMap<Group, List<Finding>>();
        for (var finding : findings) {
            groups.computeIfAbsent(new Group(finding.predicate(), finding.key()), key -> new ArrayList<>())
                    .add(finding);
        }
        var voices = new LinkedHashMap<Predicate, List<Voice>>();
        groups.forEach((group, same) -> voices.computeIfAbsent(group.predicate(), key -> new ArrayList<>())
                .add(voice(subject, same)));
        var claims = new ArrayList<Claim>();
        var contradictions = new ArrayList<Contradiction>();
        voices.forEach((predicate, said) -> {
            var settled = Disagreement.settle(predicate, said);
            settled.contradiction().ifPresent(contradictions::add);
            claims.addAll(settled.claims());
        });
        claims.sort(Comparator.comparing(Claim::predicate)
                .thenComparing(Comparator.comparingDouble(Claim::confidence).reversed()));
        return new Claims(claims, contradictions);
    }

    /** The claims of the predicate that may be used, surest first. */
    public List<Claim> holding(Predicate predicate) {
        return all.stream()
                .filter(claim -> claim.predicate() == predicate && claim.holds())
                .toList();
    }

    public Optional<Claim> best(Predicate predicate) {
        return holding(predicate).stream().findFirst();
    }

    private static Voice voice(String subject, List<Finding> same) {
        var first = same.getFirst();
        var evidence = bestQuotes(same);
        var sources = evidence.stream().map(Evidence::snapshotId).distinct().count();
        var surest = same.stream().mapToDouble(Finding::confidence).max().orElse(0);
        var readLast = evidence.stream()
                .map(Evidence::fetchedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var claim = new Claim(
                Claim.idOf(subject, first.predicate(), first.value(), evidence),
                subject,
                first.predicate(),
                first.value(),
                same.stream().map(Finding::asOf).max(Comparator.naturalOrder()).orElseThrow(),
                evidence,
                ClaimStatus.SUPPORTED,
                Math.max(surest, Math.min(SUREST, surest + MORE_SOURCES * (sources - 1))),
                same.stream().allMatch(Finding::inferred),
                "",
                readLast.plus(first.predicate().life()));
        return new Voice(claim, same.stream().mapToDouble(Finding::trust).max().orElse(0));
    }

    /** Different quotes first: the same sentence in the frame of every page is one piece of evidence, not eight. */
    private static List<Evidence> bestQuotes(List<Finding> same) {
        var byQuote = new LinkedHashMap<String, Evidence>();
        same.stream()
                .sorted(Comparator.comparingDouble(Finding::confidence).reversed())
                .forEach(finding -> byQuote.putIfAbsent(finding.evidence().quote(), finding.evidence()));
        return byQuote.values().stream().limit(QUOTES).toList();
    }

    private record Group(Predicate predicate, String key) {}

    /** A claim and how much its best source is trusted. */
    record Voice(Claim claim, double trust) {}
}
