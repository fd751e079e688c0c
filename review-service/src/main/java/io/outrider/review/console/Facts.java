package io.outrider.review.console;

import io.outrider.review.console.ItemContent.Fact;
import io.outrider.review.console.ItemContent.Line;
import io.outrider.review.console.ItemContent.Quote;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Evidence;
import io.outrider.type.v1.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a proposal rests on, by id, and how far it carries each sentence. */
final class Facts {

    private final Map<String, Fact> byId = new LinkedHashMap<>();

    Facts(Proposal proposal) {
        proposal.getClaimsList().forEach(claim -> byId.put(claim.getId(), fact(claim)));
        proposal.getProofPointsMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(point -> byId.put(
                        point.getKey(),
                        new Fact(
                                point.getKey(),
                                "proof point",
                                point.getValue(),
                                "from the library",
                                "good",
                                List.of())));
    }

    List<Fact> all() {
        return List.copyOf(byId.values());
    }

    Line line(Sentence sentence) {
        var facts = Stream.concat(sentence.getClaimIdsList().stream(), sentence.getProofPointIdsList().stream())
                .map(byId::get)
                .filter(Objects::nonNull)
                .toList();
        return switch (sentence.getSupport()) {
            case SUPPORT_CLAIM -> carried(sentence.getText(), facts);
            case SUPPORT_PROOF_POINT -> new Line(sentence.getText(), "proof", "proof point", facts);
            case SUPPORT_OPINION -> new Line(sentence.getText(), "opinion", "opinion", facts);
            case SUPPORT_NONE, SUPPORT_UNSPECIFIED, UNRECOGNIZED ->
                new Line(sentence.getText(), "none", "unsupported", facts);
        };
    }

    /** A sentence is as sound as the weakest of what it rests on; one whose claims are not here has nothing to show. */
    private static Line carried(String text, List<Fact> facts) {
        var weak = facts.stream().filter(fact -> !fact.tone().equals("good")).findFirst();
        if (facts.isEmpty()) {
            return new Line(text, "weak", "evidence not shown", facts);
        }
        return weak.map(fact -> new Line(text, "weak", fact.status(), facts))
                .orElseGet(() -> new Line(text, "claim", "supported by evidence", facts));
    }

    private static Fact fact(Claim claim) {
        var status = Texts.words(claim.getStatus().name(), "CLAIM_STATUS_") + (claim.getInferred() ? ", inferred" : "");
        var tone = switch (claim.getStatus()) {
            case CLAIM_STATUS_SUPPORTED -> "good";
            case CLAIM_STATUS_PARTIALLY, CLAIM_STATUS_UNVERIFIABLE -> "weak";
            case CLAIM_STATUS_CONTRADICTED,
                    CLAIM_STATUS_FETCH_FAILED,
                    CLAIM_STATUS_NO_CLAIM_DATA,
                    CLAIM_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> "bad";
        };
        return new Fact(
                claim.getId(),
                claim.getPredicate().replace('_', ' '),
                claim.getValue(),
                status,
                tone,
                claim.getEvidenceList().stream().map(Facts::quote).toList());
    }

    private static Quote quote(Evidence evidence) {
        var title = evidence.getTitle().isEmpty() ? evidence.getUrl() : evidence.getTitle();
        return new Quote(evidence.getQuote(), title, Texts.link(evidence.getUrl()), Texts.day(evidence.getFetchTime()));
    }
}
