package io.outrider.qualify.match;

import io.outrider.qualify.library.Library;
import io.outrider.qualify.library.Playbook;
import io.outrider.qualify.library.Segment;
import io.outrider.qualify.question.Evidence;
import io.outrider.qualify.rule.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Picks the playbook that fits an account best. */
@ApplicationScoped
public class PlaybookChooser {

    private final SegmentMatcher matcher;

    public PlaybookChooser(SegmentMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * @param playbookId the caller's choice; empty: the playbook with most matching segments, the earlier in the library
     *     where two are equal
     */
    public PlaybookChoice choose(Library library, String playbookId, Evidence evidence) {
        var truths = new HashMap<String, Truth>();
        if (!playbookId.isEmpty()) {
            return fit(library, library.playbook(playbookId), evidence, truths);
        }
        return library.playbooks().stream()
                .map(playbook -> fit(library, playbook, evidence, truths))
                .reduce((best, next) -> next.rank() > best.rank() ? next : best)
                .orElseThrow();
    }

    private PlaybookChoice fit(Library library, Playbook playbook, Evidence evidence, Map<String, Truth> truths) {
        var segments = library.segmentsOf(playbook);
        segments.forEach(segment -> truths.computeIfAbsent(segment.id(), ignored -> matcher.isIn(segment, evidence)));
        return new PlaybookChoice(
                playbook,
                segments.stream()
                        .filter(segment -> is(truths, segment, Truth.TRUE))
                        .toList(),
                (int) segments.stream()
                        .filter(segment -> is(truths, segment, Truth.UNKNOWN))
                        .count());
    }

    private static boolean is(Map<String, Truth> truths, Segment segment, Truth truth) {
        return truths.get(segment.id()) == truth;
    }
}
