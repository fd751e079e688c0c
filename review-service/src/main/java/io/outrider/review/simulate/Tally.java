package io.outrider.review.simulate;

import io.outrider.review.simulate.Simulation.Seen;

/** Counts what people saw, and how right the rest was. */
final class Tally {

    private int all;
    private int seen;
    private int passedGood;

    void add(Seen item) {
        all++;
        if (item.person()) {
            seen++;
        } else if (item.good()) {
            passedGood++;
        }
    }

    /** Of all items. */
    double seenShare() {
        return (double) seen / all;
    }

    int passed() {
        return all - seen;
    }

    /** Of what passed without a person; 1 where nothing did. */
    double precision() {
        return passed() == 0 ? 1 : (double) passedGood / passed();
    }
}
