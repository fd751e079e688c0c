package io.outrider.qualify.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.AnsweredBy;
import io.outrider.qualify.question.Effort;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import io.outrider.qualify.score.Action;
import io.outrider.qualify.score.Band;
import io.outrider.qualify.score.Confidence;
import io.outrider.qualify.score.ScoredAnswer;
import io.outrider.qualify.score.Tier;
import io.outrider.qualify.verdict.Judgement;
import io.outrider.type.v1.ConfidenceBand;
import io.outrider.type.v1.ConfidenceMethod;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.RecommendedAction;
import io.outrider.type.v1.Verdict;
import io.outrider.type.v1.Work;
import java.time.Instant;

/** Writes judgements as the contract has them. */
public final class VerdictToWire {

    private VerdictToWire() {}

    /** @param about carries the account, and the person where there is one */
    public static Verdict verdict(Verdict about, String id, Judgement judgement, Instant time) {
        return about.toBuilder()
                .setId(id)
                .setScore(judgement.card().score())
                .setTier(tier(judgement.card().tier()))
                .setRationale(judgement.rationale())
                .setRecommendedAction(action(judgement.recommendation().action()))
                .addAllReasonCodes(judgement.recommendation().reasonCodes())
                .addAllAnswers(judgement.card().answers().stream()
                        .map(VerdictToWire::answer)
                        .toList())
                .setConfidence(confidence(judgement.confidence()))
                .setCoverage(judgement.card().coverage())
                .setProductId(judgement.fit().productId())
                .setSegmentId(judgement.fit().segmentId())
                .setPersonaId(judgement.fit().personaId())
                .setPlaybookId(judgement.fit().playbookId())
                .setCreateTime(Timestamps.toWire(time))
                .build();
    }

    public static Work work(Level asked, Effort effort) {
        return Work.newBuilder()
                .setLevel(Enums.level(asked))
                .setDegraded(effort.degraded())
                .addAllDegradedReasons(effort.degradedReasons())
                .setCost(Cost.newBuilder()
                        .setMicroUsd(effort.microUsd())
                        .setPromptTokens(effort.promptTokens())
                        .setCompletionTokens(effort.completionTokens())
                        .setModelCalls(effort.modelCalls()))
                .addAllModels(effort.models())
                .addAllPromptVersions(effort.promptVersions())
                .build();
    }

    static io.outrider.type.v1.Tier tier(Tier tier) {
        return switch (tier) {
            case STRONG -> io.outrider.type.v1.Tier.TIER_STRONG;
            case POSSIBLE -> io.outrider.type.v1.Tier.TIER_POSSIBLE;
            case WEAK -> io.outrider.type.v1.Tier.TIER_WEAK;
            case DISQUALIFIED -> io.outrider.type.v1.Tier.TIER_DISQUALIFIED;
        };
    }

    private static RecommendedAction action(Action action) {
        return switch (action) {
            case ROUTE_TO_SALES -> RecommendedAction.RECOMMENDED_ACTION_ROUTE_TO_SALES;
            case NURTURE -> RecommendedAction.RECOMMENDED_ACTION_NURTURE;
            case DISQUALIFY -> RecommendedAction.RECOMMENDED_ACTION_DISQUALIFY;
            case RESEARCH_MORE -> RecommendedAction.RECOMMENDED_ACTION_RESEARCH_MORE;
        };
    }

    private static io.outrider.type.v1.Answer answer(ScoredAnswer scored) {
        Answer answer = scored.answer();
        return io.outrider.type.v1.Answer.newBuilder()
                .setQuestionId(answer.question().id())
                .setQuestion(answer.question().text())
                .setValue(value(answer.value()))
                .setRationale(answer.rationale())
                .setConfidence(answer.confidence())
                .setWeight(weight(answer.question().weight()))
                .setFitType(
                        answer.question().fitType() == FitType.GOOD
                                ? io.outrider.type.v1.FitType.FIT_TYPE_GOOD
                                : io.outrider.type.v1.FitType.FIT_TYPE_BAD)
                .addAllClaimIds(answer.claimIds())
                .setContribution(scored.contribution())
                .setAnsweredBy(
                        answer.answeredBy() == AnsweredBy.RULE
                                ? io.outrider.type.v1.AnsweredBy.ANSWERED_BY_RULE
                                : io.outrider.type.v1.AnsweredBy.ANSWERED_BY_MODEL)
                .build();
    }

    private static io.outrider.type.v1.AnswerValue value(AnswerValue value) {
        return switch (value) {
            case YES -> io.outrider.type.v1.AnswerValue.ANSWER_VALUE_YES;
            case NO -> io.outrider.type.v1.AnswerValue.ANSWER_VALUE_NO;
            case UNKNOWN -> io.outrider.type.v1.AnswerValue.ANSWER_VALUE_UNKNOWN;
        };
    }

    private static io.outrider.type.v1.Weight weight(Weight weight) {
        return switch (weight) {
            case LOW -> io.outrider.type.v1.Weight.WEIGHT_LOW;
            case MEDIUM -> io.outrider.type.v1.Weight.WEIGHT_MEDIUM;
            case HIGH -> io.outrider.type.v1.Weight.WEIGHT_HIGH;
            case INSTANT_DISQUALIFIER -> io.outrider.type.v1.Weight.WEIGHT_INSTANT_DISQUALIFIER;
        };
    }

    private static io.outrider.type.v1.Confidence confidence(Confidence confidence) {
        return io.outrider.type.v1.Confidence.newBuilder()
                .setValue(confidence.value())
                .setRaw(confidence.raw())
                .setBand(band(confidence.band()))
                .setMethod(
                        confidence.verbalized()
                                ? ConfidenceMethod.CONFIDENCE_METHOD_VERBALIZED
                                : ConfidenceMethod.CONFIDENCE_METHOD_RULE)
                .build();
    }

    private static ConfidenceBand band(Band band) {
        return switch (band) {
            case LOW -> ConfidenceBand.CONFIDENCE_BAND_LOW;
            case MEDIUM -> ConfidenceBand.CONFIDENCE_BAND_MEDIUM;
            case HIGH -> ConfidenceBand.CONFIDENCE_BAND_HIGH;
        };
    }
}
