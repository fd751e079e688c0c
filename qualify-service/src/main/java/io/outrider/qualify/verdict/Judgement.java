package io.outrider.qualify.verdict;

import io.outrider.qualify.question.Effort;
import io.outrider.qualify.score.Confidence;
import io.outrider.qualify.score.Recommendation;
import io.outrider.qualify.score.Scorecard;

/** A finished judgement. Ids are empty where nothing fits. */
public record Judgement(
        Scorecard card,
        Confidence confidence,
        Recommendation recommendation,
        String rationale,
        Fit fit,
        Effort effort) {

    /** The library objects that fit best. */
    public record Fit(String productId, String segmentId, String personaId, String playbookId) {}
}
