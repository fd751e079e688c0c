package io.outrider.review.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The best fit that never falls as confidence grows: neighbours that violate the order are pooled. */
record IsotonicCalibrator(List<Knot> knots) implements Calibrator {

    IsotonicCalibrator {
        knots = List.copyOf(knots);
    }

    static IsotonicCalibrator fit(List<Label> labels) {
        var blocks = new ArrayList<Block>();
        for (var label :
                labels.stream().sorted(Comparator.comparingDouble(Label::raw)).toList()) {
            var block = new Block(label.raw(), label.raw(), label.accepted() ? 1 : 0, 1);
            while (!blocks.isEmpty()
                    && (blocks.getLast().mean() >= block.mean()
                            || blocks.getLast().to() == block.from())) {
                block = blocks.removeLast().with(block);
            }
            blocks.add(block);
        }
        return new IsotonicCalibrator(knots(blocks));
    }

    static IsotonicCalibrator of(List<Double> parameters) {
        if (parameters.isEmpty() || parameters.size() % 3 != 0) {
            throw new IllegalArgumentException("An isotonic calibration has three numbers for each knot");
        }
        var knots = new ArrayList<Knot>();
        for (int i = 0; i < parameters.size(); i += 3) {
            knots.add(new Knot(parameters.get(i), parameters.get(i + 1), parameters.get(i + 2)));
        }
        return new IsotonicCalibrator(knots);
    }

    @Override
    public List<Double> parameters() {
        return knots.stream()
                .flatMap(knot -> Stream.of(knot.from(), knot.to(), knot.value()))
                .toList();
    }

    /** Smoothing can turn the order of small blocks around: none falls below the one before. */
    private static List<Knot> knots(List<Block> blocks) {
        var knots = new ArrayList<Knot>();
        var highest = 0.0;
        for (var block : blocks) {
            highest = Math.max(highest, block.smooth());
            knots.add(new Knot(block.from(), block.to(), highest));
        }
        return knots;
    }

    /** Between two knots it goes straight from one to the other. */
    @Override
    public double calibrate(double raw) {
        var below = knots.getFirst();
        for (var knot : knots) {
            if (raw < knot.from()) {
                var way = (raw - below.to()) / (knot.from() - below.to());
                return way <= 0 ? below.value() : below.value() + way * (knot.value() - below.value());
            }
            below = knot;
            if (raw <= knot.to()) {
                return knot.value();
            }
        }
        return below.value();
    }

    @Override
    public String method() {
        return "isotonic";
    }

    /** What confidence is worth between two values of it. */
    record Knot(double from, double to, double value) {}

    /** Labels whose confidence lies between two values. */
    private record Block(double from, double to, int accepted, int labels) {

        double mean() {
            return (double) accepted / labels;
        }

        /** One label of each kind more than there were: no finite number of them makes certain. */
        double smooth() {
            return (accepted + 1.0) / (labels + 2.0);
        }

        Block with(Block next) {
            return new Block(from, next.to, accepted + next.accepted, labels + next.labels);
        }
    }
}
