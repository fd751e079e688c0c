package io.outrider.orchestrator.connector;

/** Time that only goes forward, whatever becomes of the machine's clock: for how long something has taken. */
public interface Ticks {

    /** Nanoseconds since some moment. */
    long nanos();
}
