package io.outrider.messaging.ground;

import io.outrider.messaging.material.Material;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a proof point carries a sentence: as it stands, as a value proposition that the library rests on it, or
 * told in its own words and of nobody but the sender.
 */
final class ProofRule {

    /** Every draft of a library asks for the same proof points. */
    private static final KnownTexts POINTS = new KnownTexts(1024);

    private final Material material;
    private final Known known;

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
        return POINTS.of(List.of(material.proofPoints().getOrDefault(id, "")));
    }

    Judgement judge(Piece piece, List<String> ids) {
        if (ids.isEmpty()) {
            return Judgement.none("");
        }
        var wanted = bare(piece.text());
        return ids.stream()
                .filter(id -> isSentenceOf(material.proofPoints().getOrDefault(id, ""), wanted) || argues(id, wanted))
                .findFirst()
                .map(ProofRule::by)
                .or(() -> retold(piece, ids))
                .orElseGet(() -> Judgement.none("the cited proof point does not say it"));
    }

    /** Whole sentences of it: half a sentence may say something else. */
    private static boolean isSentenceOf(String text, String wanted) {
        var plain = PlainText.of(text).strip();
        return plain.contains(wanted)
                && Sentences.of(plain).stream()
                        .anyMatch(sentence -> bare(sentence).equals(wanted));
    }

    /** The library says what the proof point stands for. */
    private boolean argues(String id, String wanted) {
        return material.valueProps().stream()
                .filter(prop -> prop.proofPointIds().contains(id))
                .anyMatch(prop -> isSentenceOf(prop.text(), wanted));
    }

    private Optional<Judgement> retold(Piece piece, List<String> ids) {
        var reading = piece.reading();
        return ids.stream()
                .filter(id -> {
                    var carriers = new Carriers(List.of(source(id)), Side.SENDER, known);
                    return carriers.problem(reading, piece.isQuestion()).isEmpty()
                            && carriers.contribute(reading, piece.isQuestion());
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
