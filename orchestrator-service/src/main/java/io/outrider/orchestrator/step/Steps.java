package io.outrider.orchestrator.step;

import io.outrider.orchestrator.agent.Backoff;
import io.outrider.orchestrator.agent.Calls;
import io.outrider.orchestrator.agent.Reply;
import io.outrider.orchestrator.run.RunConfig;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs one step of a run under its policy: attempts, then patience while the service is away, then what the playbook says. */
@ApplicationScoped
class Steps {

    private final Calls calls;
    private final RunConfig config;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    Steps(Calls calls, RunConfig config) {
        this.calls = calls;
        this.config = config;
    }

    /**
     * @param call one attempt within the given time
     * @return empty where the step failed and the playbook goes on without it
     * @throws Interrupted where the leg ends here
     */
    <R> Optional<R> run(Journey journey, RunStep step, Function<Duration, R> call) {
        if (journey.trouble().skipped(step)) {
            return Optional.empty();
        }
        journey.reach(step);
        var policy = Policies.of(journey.library().library(), journey.run().getPlaybookId(), step);
        Reply<R> reply = timed(journey, step, () -> calls.call(policy.attempts(), call, retrying(journey, step)));
        return switch (reply) {
            case Reply.Answer<R>(R message) -> {
                answered(journey, step);
                yield Optional.of(message);
            }
            case Reply.NoAnswer<R> no -> later(journey, step, policy, no);
            case Reply.Failed<R> no -> failed(journey, step, policy, new Why(no.code(), no.reason(), 1));
        };
    }

    /** One call under the step's attempts, with no consequence for the run. */
    <R> Reply<R> ask(Journey journey, RunStep step, Function<Duration, R> call) {
        var policy = Policies.of(journey.library().library(), journey.run().getPlaybookId(), step);
        return timed(journey, step, () -> calls.call(policy.attempts(), call, retrying(journey, step)));
    }

    private static <R> Reply<R> timed(Journey journey, RunStep step, Supplier<Reply<R>> call) {
        var since = System.nanoTime();
        var reply = call.get();
        journey.spent().waited(step, Duration.ofNanos(System.nanoTime() - since));
        return reply;
    }

    /** Each leg asks the steps before its own again: that they answer says nothing of the one that the run waits for. */
    private static void answered(Journey journey, RunStep step) {
        if (!journey.recorded(step)) {
            journey.trouble().outage(null);
        }
    }

    /** A comeback to a service that is still away is no news. */
    private static Calls.Retrying retrying(Journey journey, RunStep step) {
        return (attempt, why) -> {
            if (!journey.trouble().outageTold()) {
                journey.tell(step, "retrying", why, entry -> entry.setAttempt(attempt));
            }
        };
    }

    /** Takes the costs and marks of an agent's work into the run, once: with its first commit, or with that of its round. */
    void record(Journey journey, RunStep step, Work work, String detail) {
        journey.spent().worked(step, work);
        if (!journey.round().isFirst()) {
            journey.round().worked(work);
            mark(journey, step, work);
        } else if (!journey.recorded(step)) {
            journey.run().setCost(Costs.sum(journey.run().getCost(), work.getCost()));
            mark(journey, step, work);
            journey.tell(step, "done", detail, entry -> done(entry, work));
        }
    }

    private static TimelineEntry.Builder done(TimelineEntry.Builder entry, Work work) {
        var nothing = work.getCost().equals(Cost.getDefaultInstance());
        return (nothing ? entry : entry.setCost(work.getCost())).addAllModels(work.getModelsList());
    }

    private static void mark(Journey journey, RunStep step, Work work) {
        if (work.getDegraded()) {
            journey.run().setDegraded(true);
            work.getDegradedReasonsList().forEach(why -> journey.trouble().note(step.word() + ": " + why));
        }
        if (work.getPartial()) {
            journey.run().setPartial(true);
            work.getPartialReasonsList().forEach(why -> journey.trouble().note(step.word() + ": " + why));
        }
    }

    private <R> Optional<R> later(Journey journey, RunStep step, Policies policy, Reply.NoAnswer<R> no) {
        if (away(journey).compareTo(patience(policy, no)) >= 0) {
            return failed(
                    journey,
                    step,
                    policy,
                    new Why(no.code(), no.reason(), policy.attempts().most()));
        }
        throw postponed(journey, step.word() + " waits: " + no.reason(), no.retryAfter());
    }

    /**
     * A service that is away is not the run's fault: were it, an outage would make a dead letter of every run under way. What
     * the playbook can do without, or wants a person to look at, waits no longer for it than for a slow one.
     */
    private Duration patience(Policies policy, Reply.NoAnswer<?> no) {
        return switch (policy.onFailure()) {
            case HALT, RETRY -> no.down() ? config.retryWindow() : config.outageWindow();
            case CONTINUE_PARTIAL, REVIEW -> config.outageWindow();
        };
    }

    private <R> Optional<R> failed(Journey journey, RunStep step, Policies policy, Why why) {
        return switch (policy.onFailure()) {
            case CONTINUE_PARTIAL -> {
                journey.skip(step, why.reason());
                journey.tell(step, "gone without", why.reason());
                yield Optional.empty();
            }
            case HALT -> {
                journey.fail(step, why.code(), why.reason(), why.attempts());
                throw new Interrupted.Halted(why.code(), step.word() + " failed: " + why.reason());
            }
            case REVIEW -> {
                journey.fail(step, why.code(), why.reason(), why.attempts());
                throw new Interrupted.ForAPerson(why.code(), step.word() + " failed: " + why.reason());
            }
            case RETRY -> retry(journey, step, why);
        };
    }

    private <R> Optional<R> retry(Journey journey, RunStep step, Why why) {
        if (away(journey).compareTo(config.retryWindow()) >= 0) {
            journey.fail(step, why.code(), why.reason(), why.attempts());
            throw new Interrupted.Halted(
                    why.code(), step.word() + " failed until its retry window was over: " + why.reason());
        }
        throw postponed(journey, step.word() + " is tried again: " + why.reason(), Duration.ZERO);
    }

    /** The gate cannot be asked at the last moment: nothing is sent, and the run waits for as long as it takes. */
    Interrupted.Postponed away(Journey journey, String reason) {
        return postponed(journey, reason, Duration.ZERO);
    }

    /** How long what the run waits for has been away. */
    private static Duration away(Journey journey) {
        var now = journey.now();
        return Duration.between(journey.trouble().awaySince(now), now);
    }

    /** @param atLeast until the leg comes back */
    private Interrupted.Postponed postponed(Journey journey, String reason, Duration atLeast) {
        var now = journey.now();
        var since = journey.trouble().awaySince(now);
        journey.trouble().outage(since);
        var own = backoff.afterOutage(Duration.between(since, now));
        return new Interrupted.Postponed(reason, own.compareTo(atLeast) > 0 ? own : atLeast);
    }

    /** @param attempts of the last leg */
    private record Why(String code, String reason, int attempts) {}
}
