package io.outrider.review.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackTest {

    private static final AutonomyRule RULE = new AutonomyRule(50, 0.9, 0.95, 0.3, 0.1, false);

    @Test
    void deservesMoreOnlyFromEnoughItemsAndAHighEnoughBound() {
        assertThat(reviewed(Track.NEW, 49).deservesMore(RULE)).isFalse();
        assertThat(reviewed(Track.NEW, 50).deservesMore(RULE)).isTrue();
        assertThat(reviewed(Track.NEW.labelled(false, RULE).labelled(false, RULE), 48)
                        .deservesMore(RULE))
                .isFalse();
    }

    @Test
    void mustEarnEachLevelAnew() {
        var sampled = reviewed(Track.NEW, 60).promoted();
        assertThat(sampled.level()).isEqualTo(AutonomyLevel.SAMPLED);
        assertThat(sampled.deservesMore(RULE)).isFalse();
        assertThat(reviewed(sampled, 50).deservesMore(RULE)).isTrue();
    }

    @Test
    void reviewsEverythingForAWhileAfterOneBadLabel() {
        var track = autonomous().labelled(false, RULE);

        assertThat(track.level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
        assertThat(track.reviewRate(RULE)).isEqualTo(1);
        assertThat(reviewed(track, Track.TIGHT).reviewRate(RULE)).isEqualTo(0.1);
    }

    @Test
    void losesItsLevelAtThreeBadOfEight() {
        var track = autonomous();
        for (int i = 0; i < 3; i++) {
            assertThat(track.level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
            track = reviewed(track, 2).labelled(false, RULE);
        }

        assertThat(track.level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(track.alarm()).contains("3 of the newest 8");
        assertThat(track.items()).isZero();
    }

    @Test
    void losesItsLevelWhereThreeOutcomesAreBad() {
        var track = autonomous().wentWrong(RULE).wentWrong(RULE);
        assertThat(track.level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
        assertThat(track.wentWrong(RULE).level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);

        var apart = reviewed(reviewed(autonomous().wentWrong(RULE), 20).wentWrong(RULE), 20)
                .wentWrong(RULE);
        assertThat(apart.level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
    }

    @Test
    void countsOutcomesAndLabelsTogether() {
        var track = autonomous().wentWrong(RULE).labelled(false, RULE);
        assertThat(track.level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
        assertThat(track.labelled(false, RULE).level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(track.items()).isEqualTo(121);
    }

    @Test
    void losesItsLevelWhereTheBoundFalls() {
        var track = reviewed(Track.NEW, 60).promoted();
        var labels = 0;
        while (track.level() != AutonomyLevel.ALL_REVIEWED && labels < 200) {
            track = reviewed(track, 9).labelled(false, RULE);
            labels += 10;
        }

        assertThat(track.alarm()).contains("the lower bound fell");
        assertThat(labels).isLessThan(100);
    }

    @Test
    void forgetsOneBadOutcomeInTime() {
        var track = autonomous().wentWrong(RULE);
        track = reviewed(track.wentWrong(RULE), 8);
        for (int i = 0; i < 50; i++) {
            track = track.passedAlone();
        }

        assertThat(track.wentWrong(RULE).level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
    }

    @Test
    void hasToEarnALevelThatWasGivenAhead() {
        var ahead = Track.NEW.startingAt(AutonomyLevel.AUTONOMOUS, RULE);

        assertThat(reviewed(ahead, 50).level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
        var poor = ahead;
        for (int i = 0; i < 5; i++) {
            assertThat(poor.level()).isEqualTo(AutonomyLevel.AUTONOMOUS);
            poor = reviewed(poor.labelled(false, RULE), 9);
        }
        assertThat(poor.level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(poor.alarm()).contains("the lower bound fell");
        assertThat(poor.startingAt(AutonomyLevel.AUTONOMOUS, RULE)).isEqualTo(poor);
    }

    @Test
    void losesALevelThatWasGivenAheadByTheSameAlarms() {
        var ahead = Track.NEW.startingAt(AutonomyLevel.SAMPLED, RULE);

        assertThat(ahead.wentWrong(RULE).wentWrong(RULE).wentWrong(RULE).level())
                .isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(ahead.labelled(false, RULE)
                        .labelled(false, RULE)
                        .labelled(false, RULE)
                        .level())
                .isEqualTo(AutonomyLevel.ALL_REVIEWED);
    }

    @Test
    void isNotGivenALevelThatItsRecordWouldLoseAtOnce() {
        var poor = Track.NEW;
        for (int i = 0; i < 12; i++) {
            poor = reviewed(poor.labelled(false, RULE), 9);
        }
        assertThat(poor.startingAt(AutonomyLevel.AUTONOMOUS, RULE).level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(reviewed(poor, 200)
                        .startingAt(AutonomyLevel.AUTONOMOUS, RULE)
                        .level())
                .as("once the record carries it")
                .isEqualTo(AutonomyLevel.AUTONOMOUS);

        var threeBad = Track.NEW.labelled(false, RULE).labelled(false, RULE).labelled(false, RULE);
        assertThat(threeBad.startingAt(AutonomyLevel.SAMPLED, RULE).level()).isEqualTo(AutonomyLevel.ALL_REVIEWED);
        assertThat(threeBad.startingAt(AutonomyLevel.SAMPLED, RULE).alarm()).isEmpty();
        assertThat(reviewed(threeBad, 8).startingAt(AutonomyLevel.SAMPLED, RULE).level())
                .isEqualTo(AutonomyLevel.SAMPLED);
    }

    @Test
    void knowsTheExactBound() {
        assertThat(LowerBound.of(50, 50, 0.95))
                .isEqualTo(Math.pow(0.05, 1 / 50.0), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(LowerBound.of(0, 10, 0.95)).isZero();
        assertThat(LowerBound.of(0, 0, 0.95)).isZero();
    }

    private static Track autonomous() {
        return reviewed(reviewed(Track.NEW, 60).promoted(), 60).promoted();
    }

    private static Track reviewed(Track track, int good) {
        var next = track;
        for (int i = 0; i < good; i++) {
            next = next.labelled(true, RULE);
        }
        return next;
    }
}
