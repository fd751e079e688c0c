package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Backoff;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.StepPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How the act step is tried. Only what provably did not happen is tried again: an unknown outcome is for a person, whatever
 * the playbook says.
 *
 * @param attempts how often one action is tried in all; 0 where the playbook says nothing: then what a provider is too busy
 *     for is tried until it is taken, and a refusal, under "retry", for about a day
 * @param deadline of the calls of one attempt together; empty leaves it to each connector
 */
record ActPolicy(int attempts, Optional<Duration> deadline) {

    private static final Backoff BACKOFF =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    /** About a day, with the pauses after refusals: the retry window of the other steps. */
    private static final int MOST_REFUSALS = 30;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    static ActPolicy of(Library library, String playbookId) {
        return Policies.said(library, playbookId, RunStep.ACT)
                .map(ActPolicy::of)
                .orElse(new ActPolicy(0, Optional.empty()));
    }

    private static ActPolicy of(StepPolicy said) {
        return new ActPolicy(
                said.getAttempts(),
                Optional.of(said.getDeadlineSeconds())
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds));
    }

    /** Whether this was the last try of an action that its provider is too busy for. */
    boolean usedUp(int tries) {
        return attempts > 0 && tries >= attempts;
    }

    /** Tries of an action that its provider refuses, where the playbook says "retry". */
    int mostRefused() {
        return attempts > 0 ? attempts : MOST_REFUSALS;
    }

    /** @param asked by the provider: it is never asked again before */
    Duration pauseAfterBusy(int tries, Duration asked) {
        var atLeast = asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
        var own = attempts > 0 ? BACKOFF.afterBusy(tries) : SHORTEST_PAUSE;
        return own.compareTo(atLeast) > 0 ? own : atLeast;
    }

    static Duration pauseAfterRefusal(int tries) {
        return BACKOFF.afterRefusal(tries);
    }
}
