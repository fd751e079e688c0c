package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One item: why it is here, exactly what would be sent, what it rests on.
 *
 * @param held whether a decision waits to take effect, which {@code heldRow} then tells
 * @param calibration what the confidence is worth, in words
 * @param payload the payload's exact text
 * @param fields the payload's own fields, where it carries no messages
 * @param payloadDiff against the generated version, where it carries no messages
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
        boolean held,
        HeldRow heldRow,
        String state,
        String lane,
        String laneKey,
        String runId,
        String account,
        String domain,
        String person,
        String action,
        String description,
        int confidence,
        String calibration,
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
        List<Field> fields,
        String payload,
        List<Diff.Part> payloadDiff,
        List<Fact> facts,
        List<Past> decisions) {

    /** @param words the rule's name as a person reads it */
    @TemplateData
    record Why(String words, String detail, String rule) {}

    @TemplateData
    record Finding(String severity, String rule, String message, String excerpt) {}

    @TemplateData
    record Field(String name, String value) {}

    /** @param body as it is sent, for editing */
    @TemplateData
    record Step(
            int number,
            int index,
            String when,
            String channel,
            String subject,
            String body,
            List<Line> lines,
            List<Diff.Part> subjectDiff,
            List<Diff.Part> bodyDiff) {

        public boolean changed() {
            return !subjectDiff.isEmpty() || !bodyDiff.isEmpty();
        }
    }

    /**
     * @param support "claim", "weak", "proof", "opinion" or "none"
     * @param first whether a paragraph begins here
     * @param facts what carries it
     */
    @TemplateData
    record Line(String text, String support, String label, boolean first, List<Fact> facts) {}

    /**
     * A claim or a proof point, with what it is quoted from.
     *
     * @param tone "good", "weak" or "bad"
     */
    @TemplateData
    record Fact(String id, String label, String value, String status, String tone, List<Quote> quotes) {}

    /** @param url empty where it is not one that a browser may open */
    @TemplateData
    record Quote(String text, String title, String url, String date) {}

    @TemplateData
    record Past(String by, String when, String what, String comment) {}
}
