package io.outrider.qualify.match;

import io.outrider.qualify.library.Playbook;
import io.outrider.qualify.library.Segment;
import java.util.List;

/**
 * A playbook and how the account fits its segments.
 *
 * @param segments those the account is in, in the playbook's order
 * @param undecided how many of the others could not be decided
 */
public record PlaybookChoice(Playbook playbook, List<Segment> segments, int undecided) {

    public PlaybookChoice {
        segments = List.copyOf(segments);
    }

    /** True where the playbook is for certain segments and the account is in none of them. */
    public boolean outside() {
        return segments.isEmpty() && !playbook.segmentIds().isEmpty();
    }

    /** The id of the first segment the account is in; empty if it is in none. */
    public String segmentId() {
        return segments.isEmpty() ? "" : segments.getFirst().id();
    }

    /** More segments matched are better; a playbook for everybody is better than one the account may fall outside of. */
    int rank() {
        if (!segments.isEmpty()) {
            return 2 + segments.size();
        }
        if (playbook.segmentIds().isEmpty()) {
            return 2;
        }
        return undecided > 0 ? 1 : 0;
    }
}
