package io.outrider.review.quality;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one person reviewed. What was planted counts in the last two figures only.
 *
 * @param approved accepted or edited
 * @param median from opening to deciding; null where nothing was opened
 * @param unopened accepted alone and never opened
 * @param overrides accepted in spite of a lint error
 * @param doubles decided by two people on the same version
 * @param agreed both approved or neither did
 * @param planted known to be bad, and decided
 * @param caught of those, not approved as they were
 */
public record ReviewerFigures(
        String reviewer,
        long decisions,
        long approved,
        @Nullable Duration median,
        long accepted,
        long unopened,
        long overrides,
        long doubles,
        long agreed,
        long planted,
        long caught) {

    public double approvalRate() {
        return Share.of(approved, decisions);
    }

    /** What somebody should talk about with this person; empty where nothing stands out. */
    public List<String> alarms() {
        return Alarms.of(this);
    }
}
