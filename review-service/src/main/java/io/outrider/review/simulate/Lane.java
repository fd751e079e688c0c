package io.outrider.review.simulate;

import io.outrider.review.trust.AutonomyRule;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Label;
import io.outrider.review.trust.Threshold;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.util.ArrayList;
import java.util.List;

/** What the gate learns of one agent: its track, and the labels that its calibrator is fitted to. */
final class Lane {

    private static final int REFIT = 25;
    private static final int MOST_LABELS = 2_000;

    private final AutonomyRule rule;
    private final double target;
    private final List<Label> labels = new ArrayList<>();
    private Track track = Track.NEW;
    private Trust trust;
    private int sinceFit;

    Lane(AutonomyRule rule, double target) {
        this.rule = rule;
        this.target = target;
        this.trust = new Trust(track, rule, null, 0, 2);
    }

    Trust trust() {
        return trust;
    }

    Track track() {
        return track;
    }

    /** A person decided. */
    void labelled(Label label, boolean wouldHavePassed) {
        labels.add(label);
        if (labels.size() > MOST_LABELS) {
            labels.removeFirst();
        }
        take(wouldHavePassed ? track.labelled(label.accepted(), rule) : track);
        if (++sinceFit >= REFIT) {
            sinceFit = 0;
            var calibrator = Calibrator.fit(labels);
            trust = new Trust(
                    track, rule, calibrator, trust.calibrationVersion() + 1, Threshold.of(labels, calibrator, target));
        }
        // The administrator of the simulation agrees to whatever is proposed.
        if (track.deservesMore(rule)) {
            take(track.promoted());
        }
    }

    void passed() {
        take(track.passedAlone());
    }

    void wentWrong() {
        take(track.wentWrong(rule));
    }

    private void take(Track next) {
        track = next;
        trust = new Trust(next, rule, trust.calibrator(), trust.calibrationVersion(), trust.threshold());
    }
}
