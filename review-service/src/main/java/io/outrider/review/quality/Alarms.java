package io.outrider.review.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Signs that somebody approves without judging. Each needs enough decisions to mean anything. */
final class Alarms {

    static final int ENOUGH_DECISIONS = 20;
    static final int ENOUGH_DOUBLES = 10;
    static final int ENOUGH_PLANTED = 3;
    private static final double NEARLY_ALL = 0.95;
    private static final Duration FAST = Duration.ofSeconds(5);
    private static final double MANY_UNOPENED = 0.1;
    private static final double LITTLE_AGREEMENT = 0.7;
    private static final double FEW_CAUGHT = 0.5;

    private Alarms() {}

    static List<String> of(ReviewerFigures figures) {
        var alarms = new ArrayList<String>();
        if (figures.decisions() >= ENOUGH_DECISIONS && figures.approvalRate() > NEARLY_ALL && fast(figures)) {
            alarms.add("approves nearly all in under 5 s");
        }
        if (figures.accepted() >= ENOUGH_DECISIONS
                && Share.of(figures.unopened(), figures.accepted()) > MANY_UNOPENED) {
            alarms.add("accepts " + figures.unopened() + " of " + figures.accepted() + " without opening them");
        }
        if (figures.doubles() >= ENOUGH_DOUBLES && Share.of(figures.agreed(), figures.doubles()) < LITTLE_AGREEMENT) {
            alarms.add("agrees with others on " + figures.agreed() + " of " + figures.doubles());
        }
        if (figures.planted() >= ENOUGH_PLANTED && Share.of(figures.caught(), figures.planted()) < FEW_CAUGHT) {
            alarms.add("caught " + figures.caught() + " of " + figures.planted() + " known-bad items");
        }
        return List.copyOf(alarms);
    }

    private static boolean fast(ReviewerFigures figures) {
        return figures.median() != null && figures.median().compareTo(FAST) < 0;
    }
}
