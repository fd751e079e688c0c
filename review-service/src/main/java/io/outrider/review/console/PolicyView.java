package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the policy says, what may act alone, and which levels are proposed.
 *
 * @param stopped nothing is granted
 */
@TemplateData
record PolicyView(
        Session who,
        String requestId,
        long version,
        String changedBy,
        String changedAt,
        String reason,
        boolean stopped,
        boolean everything,
        String minConfidence,
        String window,
        String grants,
        List<Rule> rules,
        List<InsightsView.Level> levels,
        List<Promotion> promotions) {

    @TemplateData
    record Rule(
            String action,
            String description,
            String reversibility,
            String state,
            String minConfidence,
            String sample,
            String cap,
            int approvals,
            String expiry,
            List<String> forbidden) {}

    /** A level that the figures would carry. */
    @TemplateData
    record Promotion(
            String id,
            String requestId,
            String action,
            String segment,
            String from,
            String to,
            String reviewed,
            long items,
            long unedited,
            String bound,
            String needed,
            List<String> evidence) {}
}
