package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Exactly what would happen, and what it rests on.
 *
 * @param fields the payload's own fields, where it carries no messages
 * @param payload the payload's exact text
 * @param payloadDiff against the generated version, where it carries no messages
 */
@TemplateData
record ItemContent(
        List<Step> steps,
        List<Field> fields,
        String payload,
        List<Diff.Part> payloadDiff,
        List<Finding> lint,
        List<Fact> facts) {

    /** One message. */
    @TemplateData
    record Step(
            int number,
            int index,
            String when,
            String channel,
            String subject,
            List<Section> sections,
            List<Diff.Part> subjectDiff,
            List<Diff.Part> bodyDiff) {

        public boolean changed() {
            return !subjectDiff.isEmpty() || !bodyDiff.isEmpty();
        }
    }

    /**
     * One paragraph of a message, to read and to edit.
     *
     * @param name of its field in the form
     * @param text as it is sent
     */
    @TemplateData
    record Section(String name, String label, String text, int rows, List<Line> lines) {}

    /**
     * @param support "claim", "weak", "proof", "opinion" or "none"
     * @param facts what carries it
     */
    @TemplateData
    record Line(String text, String support, String label, List<Fact> facts) {}

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
    record Finding(String severity, String rule, String message, String excerpt) {}

    /**
     * @param name its path in the payload
     * @param input the name of its field in the form; empty where it cannot be edited by itself
     */
    @TemplateData
    record Field(String name, String value, String input, int rows) {}
}
