package io.outrider.orchestrator.run.queue;

import java.time.Duration;

/**
 * Work besides legs that must outlive a crash. Its row is inserted by the transaction that knows of the work. Its instance
 * begins with its workspace, alone or with a slash behind it.
 */
public interface QueueTask {

    /** Names the kind of work in the queue. Never changes once rows have been written. */
    String name();

    /** Blocks its thread, which is a virtual one. Done once it returns; throwing tries it again later. */
    void run(String instance);

    /** The pause after the first failure. It grows with each. */
    default Duration pause() {
        return Duration.ofSeconds(5);
    }

    /**
     * After so many failures in a row the work becomes a dead letter. An outage of the database is none, nor is a refusal that
     * passes.
     */
    default int attempts() {
        return 12;
    }
}
