package io.outrider.review.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {

    @Test
    void believesTheAgentWhereNobodyHasDecided() {
        var calibrator = Calibrator.fit(List.of());

        assertThat(calibrator.method()).isEqualTo("prior");
        for (var raw = 0.05; raw < 1; raw += 0.1) {
            assertThat(calibrator.calibrate(raw)).isEqualTo(raw, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 300, 1_500})
    void neverFallsAsConfidenceGrows(int labels) {
        var calibrator = Calibrator.fit(labels(labels, random(labels)));
        var last = 0.0;
        for (var raw = 0.0; raw <= 1; raw += 0.01) {
            assertThat(calibrator.calibrate(raw)).isBetween(last - 1e-9, 1.0);
            last = calibrator.calibrate(raw);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void correctsABoldAgentAfterThreeHundredLabels(long seed) {
        var random = random(seed);
        var calibrator = Calibrator.fit(labels(300, random));
        var fresh = labels(20_000, random);

        assertThat(Reliability.error(Reliability.bins(fresh, raw -> raw))).isGreaterThan(0.1);
        assertThat(Reliability.error(Reliability.bins(fresh, calibrator::calibrate)))
                .isLessThan(0.05);
    }

    @Test
    void isNotThrownByLabelsOfOneKind() {
        var calibrator = Calibrator.fit(java.util.Collections.nCopies(30, new Label(0.9, true)));

        assertThat(calibrator.calibrate(0.9)).isBetween(0.9, 0.9999);
        assertThat(calibrator.calibrate(0)).isBetween(0.0, 0.5);
    }

    @Test
    void letsNothingPassWhereNoConfidenceIsRightOftenEnough() {
        var random = random(1);
        var labels = labels(300, random);
        var calibrator = Calibrator.fit(labels);

        assertThat(Threshold.of(labels, calibrator, 0.999)).isGreaterThan(1);
        assertThat(Threshold.of(labels, calibrator, 0.6)).isLessThan(1);
        assertThat(Threshold.of(labels.subList(0, 49), calibrator, 0.6)).isGreaterThan(1);
    }

    @Test
    void seesWhenLabelsDriftFromWhatWasPredicted() {
        var labels = labels(300, random(2));
        var calibrator = Calibrator.fit(labels);
        var worse = labels.stream()
                .limit(50)
                .map(label -> new Label(label.raw(), false))
                .toList();

        assertThat(Math.abs(Reliability.drift(labels, calibrator::calibrate))).isLessThan(2);
        assertThat(Reliability.drift(worse, calibrator::calibrate)).isLessThan(-4);
    }

    @Test
    void believesABoldAgentThatIsWrongAsMuchAsItDeserves() {
        for (int seed = 1; seed <= 40; seed++) {
            var labels = bold(300, random(seed));
            var calibrator = Calibrator.fit(labels);
            var accepted = labels.stream().filter(Label::accepted).count() / 300.0;

            assertThat(calibrator.method()).isEqualTo("beta");
            assertThat(calibrator.calibrate(0.9)).isEqualTo(accepted, within(0.05));
            assertThat(Threshold.of(labels, calibrator, 0.95)).isGreaterThan(1);
        }
    }

    @Test
    void doesNotBelieveAnAgentThatIsAlwaysRejected() {
        var calibrator = Calibrator.fit(java.util.Collections.nCopies(100, new Label(0.95, false)));

        assertThat(calibrator.calibrate(0.95)).isLessThan(0.05);
    }

    /** What it says and what is true run against each other: the best that never falls is nearly flat, at the share that was accepted. */
    @Test
    void fitsTheRestAgainWhereASlopeIsHeldAtZero() {
        var random = random(3);
        var labels = new ArrayList<Label>();
        for (int i = 0; i < 300; i++) {
            var raw = random.nextDouble();
            labels.add(new Label(raw, random.nextDouble() < 0.8 - 0.6 * raw));
        }
        var calibrator = Calibrator.fit(labels);
        var mean = labels.stream()
                .mapToDouble(label -> calibrator.calibrate(label.raw()))
                .average()
                .orElseThrow();

        assertThat(mean).isEqualTo(labels.stream().filter(Label::accepted).count() / 300.0, within(0.01));
        assertThat(calibrator.calibrate(0.9)).isEqualTo(calibrator.calibrate(0.1), within(0.02));
    }

    @Test
    void saysThatItDoesNotFitWhereNothingDoes() {
        var calibrator = Calibrator.fit(List.of(new Label(Double.NaN, true), new Label(0.5, true)));

        assertThat(calibrator.fits()).isFalse();
        assertThat(calibrator.calibrate(0.8)).isEqualTo(0.8, within(1e-6));
    }

    /** It says about 0.9, and half of it is accepted. */
    private static List<Label> bold(int count, RandomGenerator random) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < count; i++) {
            labels.add(new Label(Math.clamp(0.9 + 0.05 * random.nextGaussian(), 0.01, 0.99), random.nextBoolean()));
        }
        return labels;
    }

    /** An agent that says p and is right p squared of the time. */
    private static List<Label> labels(int count, RandomGenerator random) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < count; i++) {
            var raw = random.nextDouble();
            labels.add(new Label(raw, random.nextDouble() < raw * raw));
        }
        return labels;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
