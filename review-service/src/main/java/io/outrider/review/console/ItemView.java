package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One item: why it is here, exactly what would be sent, what it rests on.
 *
 * @param payload the payload's exact text
 * @param blocked why it cannot be accepted as it stands; empty where it can
 * @param overridable whether saying why is enough
 */
@TemplateData
record ItemView(
        Session who,
        String requestId,
        String id,
        int version,
        String sha256,
        boolean open,
        String state,
        String lane,
        String account,
        String domain,
        String person,
        String action,
        String description,
        int confidence,
        String blast,
        String due,
        long policyVersion,
        int requiredApprovals,
        List<Why> reasons,
        List<String> missing,
        List<Finding> lint,
        String blocked,
        boolean overridable,
        List<Step> steps,
        String payload,
        List<Fact> facts,
        List<Past> decisions) {

    @TemplateData
    record Why(String rule, String detail) {}

    @TemplateData
    record Finding(String severity, String rule, String message, String excerpt) {}

    /** @param body as it is sent, for editing */
    @TemplateData
    record Step(int number, int index, String when, String channel, String subject, String body, List<Line> lines) {}

    /**
     * @param support "claim", "proof", "opinion" or "none"
     * @param first whether a paragraph begins here
     * @param facts ids on this page that carry it
     */
    @TemplateData
    record Line(String text, String support, String label, boolean first, List<String> facts) {}

    /** A claim or a proof point, with what it is quoted from. */
    @TemplateData
    record Fact(String id, String label, String value, String status, List<Quote> quotes) {}

    /** @param url empty where it is not one that a browser may open */
    @TemplateData
    record Quote(String text, String title, String url, String date) {}

    @TemplateData
    record Past(String by, String when, String what, String comment) {}
}
