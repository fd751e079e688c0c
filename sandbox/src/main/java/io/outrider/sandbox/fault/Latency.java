package io.outrider.sandbox.fault;

import java.util.random.RandomGenerator;

/** How long an answer is held back, in milliseconds. */
public sealed interface Latency {

    Latency NONE = new Fixed(0);

    long draw(RandomGenerator random);

    record Fixed(long ms) implements Latency {
        @Override
        public long draw(RandomGenerator random) {
            return ms;
        }
    }

    record Uniform(long fromMs, long toMs) implements Latency {
        @Override
        public long draw(RandomGenerator random) {
            return random.nextLong(fromMs, toMs + 1);
        }
    }

    /** Log-normal, the shape that real services have: half of the answers take longer than the median. */
    record LogNormal(long medianMs, double sigma) implements Latency {
        @Override
        public long draw(RandomGenerator random) {
            return Math.round(medianMs * Math.exp(sigma * random.nextGaussian()));
        }
    }
}
