package io.outrider.review.queue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The messages of a payload, sentence by sentence.
 *
 * @param known all text that a fact may come from: claims, quotes, proof points, names
 * @param errors lint findings that block
 */
public record Messages(List<Message> steps, List<String> known, List<Finding> errors) {

    public Messages {
        steps = List.copyOf(steps);
        known = List.copyOf(known);
        errors = List.copyOf(errors);
    }

    /** @param index from 0 */
    public record Message(int index, String subject, List<Line> lines) {
        public Message {
            lines = List.copyOf(lines);
        }

        String text() {
            return lines.stream().map(Line::text).collect(Collectors.joining(" "));
        }
    }

    /**
     * One sentence.
     *
     * @param paragraph from 0
     * @param support what carries it
     * @param from which sentence of the same step before it is; -1 for a new one
     */
    public record Line(String text, int paragraph, Support support, int from) {}

    /** @param excerpt the offending text; empty where it is the whole step */
    public record Finding(String rule, int step, String excerpt, String message) {}

    /** What carries a sentence. */
    public enum Support {
        CLAIM,
        PROOF_POINT,
        OPINION,
        NONE
    }

    int unsupported() {
        return (int) steps.stream()
                .flatMap(step -> step.lines().stream())
                .filter(line -> line.support() == Support.NONE)
                .count();
    }
}
