package io.outrider.messaging.ground;

import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.material.Material;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out what carries each sentence of a draft. One instance serves one draft; not for several threads. */
public final class Grounder {

    private static final Pattern PIECES = Pattern.compile("(?<=[.!?][\"']?)\\s+(?=[\\p{Lu}\\p{N}\"'])");

    private final Material material;
    private final Known known;
    private final OpinionRule opinions;
    private final Map<String, Source> facts = new HashMap<>();
    private final Map<String, Source> proofs = new HashMap<>();
    private final Map<String, Source> valueProps = new HashMap<>();

    public Grounder(Material material) {
        this.material = material;
        this.known = Known.of(material);
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
        var claims = cited(sentence.claimIds(), this::fact);
        var points = cited(sentence.proofPointIds(), this::proof);
        var judgement = Stream.of(PIECES.split(PlainText.of(sentence.text()).strip()))
                .map(piece -> judge(piece, claims, points))
                .reduce(Judgement::with)
                .orElseThrow();
        return result(sentence, judgement);
    }

    /** What in the subject neither the message's own sources nor the names of the parties carry; empty where all is. */
    String subjectProblem(String subject, Collection<GroundedSentence> sentences) {
        var claimIds = sentences.stream()
                .flatMap(s -> s.claimIds().stream())
                .distinct()
                .toList();
        var pointIds = sentences.stream()
                .flatMap(s -> s.proofPointIds().stream())
                .distinct()
                .toList();
        var sources = new ArrayList<Source>(cited(claimIds, this::fact).values());
        sources.addAll(cited(pointIds, this::proof).values());
        return new SubjectRule(known, sources).problem(Reading.of(subject));
    }

    private Judgement judge(String piece, Map<String, Source> claims, Map<String, Source> points) {
        var verbatim =
                points.keySet().stream().filter(id -> isSentenceOf(id, piece)).toList();
        if (!verbatim.isEmpty()) {
            return new Judgement(Support.PROOF_POINT, List.of(), verbatim, "");
        }
        var reading = Reading.of(piece);
        var problem = new ArrayList<String>();
        for (var attempt :
                List.of(new Cited(claims, Map.of()), new Cited(Map.of(), points), new Cited(claims, points))) {
            var judgement = attempt.isEmpty() ? Judgement.none("") : carried(reading, attempt);
            if (judgement.support() != Support.NONE) {
                return judgement;
            }
            problem.add(judgement.problem());
        }
        var opinion = opinions.problem(reading);
        if (opinion.isEmpty()) {
            return new Judgement(Support.OPINION, List.of(), List.of(), "");
        }
        return Judgement.none(
                problem.stream().filter(p -> !p.isEmpty()).findFirst().orElse(opinion));
    }

    /** A proof point may be sent as it stands, whole sentences of it: half a sentence may say something else. */
    private boolean isSentenceOf(String pointId, String piece) {
        var text = PlainText.of(material.proofPoints().getOrDefault(pointId, ""));
        return Stream.of(PIECES.split(text.strip()))
                .anyMatch(sentence -> bare(sentence).equals(bare(piece)));
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private Judgement carried(Reading reading, Cited cited) {
        var carriers = new Carriers(cited.sources(), wording(cited.points().keySet()), known);
        var problem = carriers.problem(reading);
        if (!problem.isEmpty()) {
            return Judgement.none(problem);
        }
        var claimIds = contributing(carriers, reading, cited.claims());
        var pointIds = contributing(carriers, reading, cited.points());
        if (!claimIds.isEmpty()) {
            return new Judgement(Support.CLAIM, claimIds, pointIds, "");
        }
        boolean argues = !pointIds.isEmpty()
                || wording(cited.points().keySet()).stream().anyMatch(prop -> carriers.contributes(prop, reading));
        return argues
                ? new Judgement(
                        Support.PROOF_POINT,
                        List.of(),
                        List.copyOf(cited.points().keySet()),
                        "")
                : Judgement.none("it takes nothing from what it cites");
    }

    private static List<String> contributing(Carriers carriers, Reading reading, Map<String, Source> sources) {
        return sources.entrySet().stream()
                .filter(entry -> carriers.contributes(entry.getValue(), reading))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The library links value propositions to proof points: citing the proof allows the proposition's words. */
    private List<Source> wording(Collection<String> pointIds) {
        return material.valueProps().stream()
                .filter(prop -> prop.proofPointIds().stream().anyMatch(pointIds::contains))
                .map(prop -> valueProps.computeIfAbsent(prop.id(), id -> Source.of(List.of(prop.text()))))
                .toList();
    }

    private boolean isSignature(DraftSentence sentence) {
        return sentence.part() == DraftSentence.Part.SIGNATURE
                && sentence.text()
                        .lines()
                        .allMatch(line -> known.signatureLines().contains(line) || Forms.isView(line));
    }

    private Map<String, Source> cited(List<String> ids, java.util.function.Function<String, Stream<Source>> lookup) {
        var found = new LinkedHashMap<String, Source>();
        new LinkedHashSet<>(ids).forEach(id -> lookup.apply(id).forEach(source -> found.put(id, source)));
        return found;
    }

    private Stream<Source> fact(String id) {
        return material.usableFact(id).stream().map(fact -> facts.computeIfAbsent(fact.id(), key -> Source.of(fact)));
    }

    private Stream<Source> proof(String id) {
        return Stream.ofNullable(material.proofPoints().get(id))
                .map(text -> proofs.computeIfAbsent(id, key -> Source.of(List.of(text))));
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

    /** What one attempt to carry a sentence stands on. */
    private record Cited(Map<String, Source> claims, Map<String, Source> points) {

        boolean isEmpty() {
            return claims.isEmpty() && points.isEmpty();
        }

        List<Source> sources() {
            return Stream.concat(claims.values().stream(), points.values().stream())
                    .toList();
        }
    }
}
