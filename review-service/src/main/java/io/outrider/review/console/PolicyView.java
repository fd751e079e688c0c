package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What one version of the policy says.
 *
 * @param newest whether it is the one that holds
 * @param stopped nothing is granted
 * @param secondLooks share of what one person decided that another one judges again
 * @param planted share of what people see that is known to be bad
 */
@TemplateData
record PolicyView(
        Session who,
        String requestId,
        long version,
        String changedBy,
        String changedAt,
        String reason,
        boolean newest,
        boolean stopped,
        boolean everything,
        String minConfidence,
        String window,
        String grants,
        String hold,
        String planted,
        String secondLooks,
        List<Rule> rules) {

    /** The version before it. */
    public long before() {
        return version - 1;
    }

    @TemplateData
    record Rule(
            String action,
            String description,
            String reversibility,
            String state,
            String startLevel,
            String minConfidence,
            String sample,
            String cap,
            int approvals,
            String expiry,
            List<String> forbidden) {}
}
