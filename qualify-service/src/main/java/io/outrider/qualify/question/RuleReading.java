package io.outrider.qualify.question;

import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.fact.FactStatus;
import io.outrider.qualify.rule.Evaluation;
import io.outrider.qualify.rule.Rule;
import io.outrider.qualify.rule.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule read on one account: the answer, the claims it stands on, and how sure that makes it. */
final class RuleReading {

    /** Sources that disagree are tried one by one, up to this many values. */
    private static final int MAX_ALTERNATIVES = 5;

    /** Values of a list that are tried alone. */
    private static final int MAX_TRIED = 50;

    /** Claims named for one predicate. */
    private static final int MAX_CLAIMS = 10;

    /** The caller's own columns are taken at their word, but not as certain. */
    private static final double ATTRIBUTE = 0.9;

    /** A list holds what was found, not all there is: "not among them" is a weak no. */
    private static final double NOT_LISTED = 0.6;

    private final QualifyingQuestion question;
    private final Rule rule;
    private final Evidence evidence;

    RuleReading(QualifyingQuestion question, Rule rule, Evidence evidence) {
        this.question = question;
        this.rule = rule;
        this.evidence = evidence;
    }

    Answer answer() {
        var facts = evidence.facts();
        var evaluation = rule.on(facts.best(), facts.lists(), evidence.attributes());
        if (evaluation.truth() == Truth.UNKNOWN) {
            return unknown(RuleWords.unknown(evaluation));
        }
        var disputed = disputed(evaluation);
        if (disputed.isPresent()) {
            return unknown(RuleWords.disputed(disputed.get(), facts.of(disputed.get())));
        }
        var support = support(evaluation);
        if (support.isEmpty() && evaluation.attributes().isEmpty()) {
            return unknown(RuleWords.unknown(evaluation));
        }
        return new Answer(
                question,
                evaluation.truth() == Truth.TRUE ? AnswerValue.YES : AnswerValue.NO,
                RuleWords.because(evaluation, support, evidence.attributes()),
                confidence(evaluation, support),
                support.stream().map(Fact::claimId).distinct().toList(),
                AnsweredBy.RULE);
    }

    private Answer unknown(String why) {
        return Answer.unknown(question, why, AnsweredBy.RULE);
    }

    /** The first predicate whose sources contradict each other in a way that changes what the rule says. */
    private Optional<String> disputed(Evaluation evaluation) {
        return evaluation.singles().stream()
                .sorted()
                .filter(predicate -> rivals(predicate).stream().anyMatch(rival -> saysOtherwise(rival, evaluation)))
                .findFirst();
    }

    private List<Fact> rivals(String predicate) {
        var facts = evidence.facts().of(predicate);
        var best = facts.getFirst();
        if (best.status() != FactStatus.CONTRADICTED) {
            return List.of();
        }
        return facts.stream()
                .filter(fact -> !fact.value().equals(best.value()))
                .limit(MAX_ALTERNATIVES)
                .toList();
    }

    private boolean saysOtherwise(Fact rival, Evaluation evaluation) {
        var values = with(evidence.facts().best(), rival.predicate(), rival.value());
        return rule.on(values, evidence.facts().lists(), evidence.attributes()).truth() != evaluation.truth();
    }

    private List<Fact> support(Evaluation evaluation) {
        var support = new ArrayList<Fact>();
        evaluation.singles().stream().sorted().forEach(predicate -> support.addAll(agreeing(predicate)));
        evaluation.lists().stream()
                .sorted()
                .forEach(predicate -> support.addAll(carrier(predicate, evaluation)
                        .map(List::of)
                        .orElseGet(() -> firstFew(evidence.facts().of(predicate)))));
        return support;
    }

    /** The best fact and those that say the same; where sources disagree without changing the answer, all of them. */
    private List<Fact> agreeing(String predicate) {
        var facts = evidence.facts().of(predicate);
        var best = facts.getFirst();
        var disagree = best.status() == FactStatus.CONTRADICTED;
        return firstFew(facts.stream()
                .filter(fact -> disagree || fact.value().equals(best.value()))
                .toList());
    }

    /** The one value of a list that alone makes the rule say yes, if there is one. */
    private Optional<Fact> carrier(String predicate, Evaluation evaluation) {
        var facts = evidence.facts().of(predicate);
        if (evaluation.truth() != Truth.TRUE || facts.size() < 2) {
            return Optional.empty();
        }
        return facts.stream()
                .limit(MAX_TRIED)
                .filter(fact -> rule.on(
                                        evidence.facts().best(),
                                        with(evidence.facts().lists(), predicate, List.of(fact.value())),
                                        evidence.attributes())
                                .truth()
                        == Truth.TRUE)
                .findFirst();
    }

    private double confidence(Evaluation evaluation, List<Fact> support) {
        var facts = support.stream().mapToDouble(Fact::weight).min().orElse(1.0);
        var given = evaluation.attributes().isEmpty() ? 1.0 : ATTRIBUTE;
        var unlisted = evaluation.truth() == Truth.FALSE && !evaluation.lists().isEmpty() ? NOT_LISTED : 1.0;
        return Math.min(facts, given) * unlisted;
    }

    private static List<Fact> firstFew(List<Fact> facts) {
        return facts.size() <= MAX_CLAIMS ? facts : facts.subList(0, MAX_CLAIMS);
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        var changed = new HashMap<>(values);
        changed.put(key, value);
        return changed;
    }
}
