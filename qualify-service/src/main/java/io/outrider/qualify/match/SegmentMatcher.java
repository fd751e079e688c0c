package io.outrider.qualify.match;

import io.outrider.qualify.library.Segment;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.rule.Rules;
import io.outrider.qualify.rule.Truth;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether an account is in a segment. */
@ApplicationScoped
public class SegmentMatcher {

    private final Rules rules;

    public SegmentMatcher(Rules rules) {
        this.rules = rules;
    }

    /** UNKNOWN where the segment has no rule or its rule looks for what nobody found. */
    public Truth isIn(Segment segment, Evidence evidence) {
        if (segment.rule().isBlank()) {
            return Truth.UNKNOWN;
        }
        var facts = evidence.facts();
        return rules.get(segment.rule())
                .on(facts.best(), facts.lists(), evidence.attributes())
                .truth();
    }
}
