package io.outrider.messaging.ground;

import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what carries each sentence of a draft. One instance serves one draft; not for several threads. */
public final class Grounder {

    private final Material material;
    private final Known known;
    private final ClaimRule claims;
    private final ProofRule proofs;
    private final OpinionRule opinions;
    private final Map<String, Source> facts = new HashMap<>();

    public Grounder(Material material) {
        this.material = material;
        this.known = Known.of(material);
        this.claims = new ClaimRule(known);
        this.proofs = new ProofRule(material, known);
        this.opinions = new OpinionRule(known);
    }

    public GroundedStep ground(DraftStep step) {
        var sentences = step.sentences().stream().map(this::ground).toList();
        return new GroundedStep(
                step.dayOffset(),
                step.subject(),
                subjectProblem(step.subject(), sentences),
                sentences,
                step.valuePropId());
    }

    /** Judges one sentence by what it says and by what it cites; ids that do not exist or may not be used do not count. */
    public GroundedSentence ground(DraftSentence sentence) {
        if (isSignature(sentence)) {
            return result(sentence, new Judgement(Support.OPINION, List.of(), List.of(), ""));
        }
        var cited = cited(sentence.claimIds());
        var points = proofs.existing(sentence.proofPointIds());
        var pieces = Sentences.of(PlainText.of(sentence.text()).strip());
        var judgement = pieces.stream()
                .map(piece -> judge(new Piece(piece), cited, points))
                .reduce(Judgement::with)
                .orElseThrow();
        return result(sentence, judgement);
    }

    /** What in the subject neither the message's own sources nor the names of the parties carry; empty where all is. */
    String subjectProblem(String subject, Collection<GroundedSentence> sentences) {
        var sources = new ArrayList<Source>();
        sentences.forEach(sentence -> {
            cited(sentence.claimIds()).forEach(claim -> sources.add(claim.source()));
            sentence.proofPointIds().stream().map(proofs::source).forEach(sources::add);
        });
        return new SubjectRule(known, sources).problem(Reading.of(subject));
    }

    private Judgement judge(Piece piece, List<ClaimRule.Cited> cited, List<String> points) {
        var byClaim = claims.judge(piece, cited);
        if (byClaim.support() != Support.NONE) {
            return byClaim;
        }
        var byProof = proofs.judge(piece, points);
        if (byProof.support() != Support.NONE) {
            return byProof;
        }
        var opinion = opinions.problem(piece.reading());
        if (opinion.isEmpty()) {
            return new Judgement(Support.OPINION, List.of(), List.of(), "");
        }
        return Judgement.none(Stream.of(byClaim.problem(), byProof.problem(), opinion)
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse(opinion));
    }

    private boolean isSignature(DraftSentence sentence) {
        return sentence.part() == DraftSentence.Part.SIGNATURE
                && sentence.text()
                        .lines()
                        .allMatch(line -> known.signatureLines().contains(line) || Forms.isSignOff(line));
    }

    /** Those that may be used, each once. */
    private List<ClaimRule.Cited> cited(List<String> ids) {
        var cited = new ArrayList<ClaimRule.Cited>();
        for (var id : new LinkedHashSet<>(ids)) {
            material.usableFact(id)
                    .map(fact -> new ClaimRule.Cited(fact.id(), fact.predicate(), source(fact)))
                    .ifPresent(cited::add);
        }
        return cited;
    }

    private Source source(Fact fact) {
        return facts.computeIfAbsent(fact.id(), id -> Source.of(fact));
    }

    private static GroundedSentence result(DraftSentence sentence, Judgement judgement) {
        return new GroundedSentence(
                sentence.text(),
                sentence.paragraph(),
                judgement.claimIds(),
                judgement.pointIds(),
                sentence.part(),
                judgement.support(),
                judgement.problem());
    }
}
