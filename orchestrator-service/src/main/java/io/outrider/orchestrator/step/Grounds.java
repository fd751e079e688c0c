package io.outrider.orchestrator.step;

import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a proposal rests on: the run's verdict, and the words that it sends.
 *
 * @param drafted empty where the action sends none
 */
record Grounds(Known known, Optional<Sourced<Sequence>> drafted) {

    /** An empty sequence where the action sends none. */
    Sequence words() {
        return drafted.map(Sourced::result).orElse(Sequence.getDefaultInstance());
    }

    /** Whose work it is: the words are messaging's, all else is what qualification came to. */
    String agent() {
        return drafted.isPresent() ? "messaging" : "qualify";
    }

    Work work() {
        return drafted.map(Sourced::work).orElse(known.verdict().work());
    }

    /** The lower one. */
    Confidence confidence() {
        var verdict = known.verdict().result().getConfidence();
        return drafted.map(words -> words.result().getConfidence())
                .filter(words -> words.getValue() < verdict.getValue())
                .orElse(verdict);
    }

    /** In the order of the brief. */
    List<Claim> claims() {
        Set<String> cited = new HashSet<>();
        known.verdict().result().getAnswersList().forEach(answer -> cited.addAll(answer.getClaimIdsList()));
        sentences().forEach(sentence -> cited.addAll(sentence.getClaimIdsList()));
        return known.brief().result().getClaimsList().stream()
                .filter(claim -> cited.contains(claim.getId()))
                .toList();
    }

    /** Their texts, by id. */
    Map<String, String> proofPoints() {
        Set<String> cited = new HashSet<>();
        sentences().forEach(sentence -> cited.addAll(sentence.getProofPointIdsList()));
        Map<String, String> texts = new TreeMap<>();
        known.library().getProofPointsList().stream()
                .filter(point -> cited.contains(point.getId()))
                .forEach(point -> texts.put(point.getId(), point.getText()));
        return texts;
    }

    private Stream<Sentence> sentences() {
        return words().getStepsList().stream().flatMap(step -> step.getSentencesList().stream());
    }
}
