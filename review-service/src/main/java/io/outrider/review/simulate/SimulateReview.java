package io.outrider.review.simulate;

import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Label;
import io.outrider.review.trust.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Shows what earned autonomy and calibration do with agents of known quality. Arguments: the seed, then how many seeds from there
 * on. Prints one line of JSON each. Exit code 1 where a seed misses a target.
 */
public final class SimulateReview {

    static final int WARM_UP = 8_000;
    static final int STEADY = 8_000;
    static final int MOST_DEGRADED = 400;
    static final double DEGRADED_TO = 0.6;
    static final int LABELS = 300;
    private static final int FRESH = 20_000;

    private SimulateReview() {}

    public static void main(String... arguments) {
        var first = Long.parseLong(arguments[0]);
        var count = Integer.parseInt(arguments[1]);
        var missed = 0;
        for (long seed = first; seed < first + count; seed++) {
            var result = run(seed);
            System.out.println(result.json());
            missed += result.holds() ? 0 : 1;
        }
        System.exit(missed == 0 ? 0 : 1);
    }

    static Result run(long seed) {
        var heard = gate(seed, Simulation.OUTSIDE_COMPLAINS);
        var silent = gate(seed, 0);
        var calibration = calibration(random(seed));
        return new Result(seed, heard, silent, calibration[0], calibration[1], calibration[2]);
    }

    private static Gate gate(long seed, double complains) {
        var simulation = new Simulation(random(seed), complains);
        var start = simulation.run(WARM_UP);
        var steady = simulation.run(STEADY);
        return new Gate(
                start.seenShare(),
                steady.seenShare(),
                steady.precision(),
                simulation.degrade(DEGRADED_TO, MOST_DEGRADED));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The errors of raw and of calibrated confidence on fresh items, after 300 labels of each agent, and that of the worst agent. */
    private static double[] calibration(RandomGenerator random) {
        var raw = 0.0;
        var calibrated = 0.0;
        var worst = 0.0;
        for (var agent : Simulation.AGENTS) {
            var calibrator = Calibrator.fit(labels(agent, LABELS, random));
            var fresh = labels(agent, FRESH, random);
            var error = Reliability.error(Reliability.bins(fresh, calibrator::calibrate));
            raw += agent.share() * Reliability.error(Reliability.bins(fresh, p -> p));
            calibrated += agent.share() * error;
            worst = Math.max(worst, error);
        }
        return new double[] {raw, calibrated, worst};
    }

    private static List<Label> labels(Agent agent, int count, RandomGenerator random) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < count; i++) {
            var draft = agent.draft(random);
            labels.add(new Label(draft.confidence(), draft.good()));
        }
        return labels;
    }

    /**
     * @param seenAtStart share that people saw while autonomy was earned
     * @param seen share that people see at steady state
     * @param precision of what passes without a person at steady state
     * @param demotedAfter items of the degraded agent
     */
    record Gate(double seenAtStart, double seen, double precision, int demotedAfter) {

        boolean holds() {
            return seen <= 0.15 && precision >= 0.98 && demotedAfter <= 50;
        }

        private String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"seen_at_start\":%.3f,\"seen\":%.3f,\"precision\":%.4f,\"demoted_after\":%d}",
                    seenAtStart,
                    seen,
                    precision,
                    demotedAfter);
        }
    }

    /**
     * @param heard where the outside complains of some of what goes wrong
     * @param silent where it never does: only the samples tell
     * @param rawError,calibratedError expected calibration error on fresh items after 300 labels of each agent, by the agents'
     *     shares
     * @param worstError the same of the worst agent alone: the poor one, which nothing is let pass of
     */
    record Result(long seed, Gate heard, Gate silent, double rawError, double calibratedError, double worstError) {

        boolean holds() {
            return heard.holds() && calibratedError <= 0.05;
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"seed\":%d,\"gate\":%s,\"without_complaints\":%s,\"raw_error\":%.3f,\"calibrated_error\":%.3f,"
                            + "\"worst_agent_error\":%.3f,\"holds\":%b}",
                    seed,
                    heard.json(),
                    silent.json(),
                    rawError,
                    calibratedError,
                    worstError,
                    holds());
        }
    }
}
