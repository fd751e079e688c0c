package io.outrider.messaging.ground;

import io.outrider.messaging.material.Material;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a proof point carries a sentence: as it stands, as a value proposition that the library rests on it, or
 * told in its own words and of nobody but the sender.
 */
final class ProofRule {

    /** Where one sentence ends and the next begins. */
    static final Pattern SENTENCES = Pattern.compile("(?<=[.!?][\"']?)\\s+(?=[\\p{Lu}\\p{N}\"'])");

    private final Material material;
    private final Known known;
    private final Map<String, Source> sources = new HashMap<>();

    ProofRule(Material material, Known known) {
        this.material = material;
        this.known = known;
    }

    /** Those of the ids that the library has. */
    List<String> existing(List<String> ids) {
        return ids.stream()
                .filter(material.proofPoints()::containsKey)
                .distinct()
                .toList();
    }

    Source source(String id) {
        return sources.computeIfAbsent(
                id, key -> Source.of(List.of(material.proofPoints().getOrDefault(key, ""))));
    }

    Judgement judge(String piece, List<String> ids) {
        return ids.stream()
                .filter(id -> isSentenceOf(material.proofPoints().getOrDefault(id, ""), piece) || argues(id, piece))
                .findFirst()
                .map(ProofRule::by)
                .or(() -> retold(piece, ids))
                .orElseGet(() -> Judgement.none(ids.isEmpty() ? "" : "the cited proof point does not say it"));
    }

    /** Whole sentences of it: half a sentence may say something else. */
    private static boolean isSentenceOf(String text, String piece) {
        return Stream.of(SENTENCES.split(PlainText.of(text).strip()))
                .anyMatch(sentence -> bare(sentence).equals(bare(piece)));
    }

    /** The library says what the proof point stands for. */
    private boolean argues(String id, String piece) {
        return material.valueProps().stream()
                .filter(prop -> prop.proofPointIds().contains(id))
                .anyMatch(prop -> isSentenceOf(prop.text(), piece));
    }

    private Optional<Judgement> retold(String piece, List<String> ids) {
        boolean question = Forms.isQuestion(piece);
        var reading = Reading.of(piece);
        return ids.stream()
                .filter(id -> {
                    var carriers = new Carriers(List.of(source(id)), Side.SENDER, known);
                    return carriers.problem(reading, question).isEmpty() && carriers.contribute(reading, question);
                })
                .findFirst()
                .map(ProofRule::by);
    }

    private static Judgement by(String id) {
        return new Judgement(Support.PROOF_POINT, List.of(), List.of(id), "");
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
