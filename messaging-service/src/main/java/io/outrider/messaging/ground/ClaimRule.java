package io.outrider.messaging.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether claims carry a sentence. One claim has to carry it alone, or claims of one listing kind together
 * ("SAP and Siemens among the tools"): of two facts mixed freely a third one can be made that nobody stated. A sentence
 * in clauses may take a different claim for each clause.
 */
record ClaimRule(Known known) {

    private static final Set<String> LISTING =
            Set.of("hiring_for", "technology", "customer", "product", "office", "certification");
    private static final Pattern CLAUSES = Pattern.compile("[,;] |,? (?:while|and (?=(?:you|I)\\b)) ?");

    /** A claim that is cited, with its source. */
    record Cited(String id, String predicate, Source source) {}

    Judgement judge(Piece piece, List<Cited> cited) {
        if (cited.isEmpty()) {
            return Judgement.none("");
        }
        var groups = groups(cited);
        var judgement = carried(piece.reading(), groups, piece.isQuestion());
        if (judgement.support() == Support.CLAIM) {
            return judgement;
        }
        var clauses = CLAUSES.split(piece.text());
        return clauses.length > 1 && piece.reading().quotes().isEmpty()
                ? clauseByClause(clauses, groups, piece.isQuestion(), judgement)
                : judgement;
    }

    private Judgement clauseByClause(String[] clauses, List<List<Cited>> groups, boolean question, Judgement whole) {
        var ids = new ArrayList<String>();
        for (var clause : clauses) {
            var reading = Reading.of(clause);
            var judgement = carried(reading, groups, question);
            boolean empty = new Carriers(List.of(), Side.READER, known)
                    .problem(reading, question)
                    .isEmpty();
            if (judgement.support() != Support.CLAIM && !empty) {
                return whole;
            }
            ids.addAll(judgement.claimIds());
        }
        return ids.isEmpty()
                ? whole
                : new Judgement(Support.CLAIM, ids.stream().distinct().toList(), List.of(), "");
    }

    private Judgement carried(Reading reading, List<List<Cited>> groups, boolean question) {
        var problem = "it takes nothing from what it cites";
        for (var group : groups) {
            var carriers = new Carriers(group.stream().map(Cited::source).toList(), Side.READER, known);
            var found = carriers.problem(reading, question);
            if (found.isEmpty() && carriers.contribute(reading, question)) {
                return new Judgement(Support.CLAIM, contributing(carriers, group, reading, question), List.of(), "");
            }
            problem = found.isEmpty() ? problem : found;
        }
        return Judgement.none(problem);
    }

    private static List<String> contributing(Carriers carriers, List<Cited> group, Reading reading, boolean question) {
        return group.stream()
                .filter(claim -> carriers.contributes(claim.source(), reading, question))
                .map(Cited::id)
                .toList();
    }

    /** Each claim alone, then the listing kinds. */
    private static List<List<Cited>> groups(List<Cited> cited) {
        Map<String, List<Cited>> listed = new LinkedHashMap<>();
        cited.stream()
                .filter(claim -> LISTING.contains(claim.predicate()))
                .forEach(claim -> listed.computeIfAbsent(claim.predicate(), kind -> new ArrayList<>())
                        .add(claim));
        return Stream.concat(
                        cited.stream().map(List::of), listed.values().stream().filter(list -> list.size() > 1))
                .toList();
    }
}
