package io.outrider.orchestrator.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code outrider.runs.*}. */
@ConfigMapping(prefix = "outrider.runs")
public interface RunConfig {

    /** Names this replica in the queue. No two processes that run at the same time may share it. */
    String replica();

    /** How many legs this replica carries at once, at most; each waits on a virtual thread. */
    @WithDefault("400")
    int inFlight();

    /** Fewer new runs are carried at once while the gate or the database takes longer than this to answer. */
    @WithDefault("PT0.09S")
    Duration answerWithin();

    /** How long due legs may go unseen where no notification arrives. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** How often a leg that is carried says so. Four missed ones, and another replica takes it. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** How long a stopping replica lets its legs finish; db-scheduler waits for it twice. */
    @WithDefault("PT4S")
    Duration shutdownWait();

    /**
     * For how long a run waits for a service that is late or overloaded before its step counts as failed. For one that is
     * away it waits for {@link #retryWindow}, unless the playbook goes on without the step or asks for a person.
     */
    @WithDefault("PT10M")
    Duration outageWindow();

    /** For how long a step whose policy is "retry" is tried again after its last failed attempt. */
    @WithDefault("PT24H")
    Duration retryWindow();

    /** How often a leg that breaks for a reason of our own is tried again before its run fails. */
    @WithDefault("5")
    int stumbles();

    /** How often in a row a process may die over one leg, or task, before it is given up. Far more than crashes bring about. */
    @WithDefault("12")
    int takeovers();

    /**
     * A step that ends so long after the run was last stored is stored by itself. Before that its progress goes with the next
     * commit: agents answer again what they did, so that nothing is lost.
     */
    @WithDefault("PT2S")
    Duration progressAfter();

    /** Single runs that may wait for their first step; another one is refused with OVERLOADED. Batches are not counted. */
    @WithDefault("1000")
    int mostWaiting();
}
