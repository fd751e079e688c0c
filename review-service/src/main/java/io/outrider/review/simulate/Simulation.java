package io.outrider.review.simulate;

import io.outrider.review.policy.ActionRule;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Proposed;
import io.outrider.review.policy.Risk;
import io.outrider.review.policy.Seniority;
import io.outrider.review.policy.Source;
import io.outrider.review.policy.Verdict;
import io.outrider.review.policy.Wording;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.AutonomyRule;
import io.outrider.review.trust.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sends the proposals of agents of known quality through the gate's own rules, in a workspace that begins at "review everything".
 * What is simulated is only the truth, the reviewer (who errs now and then) and the outside (which complains of some bad actions,
 * some items later). Deterministic by its random numbers.
 */
final class Simulation {

    static final double TARGET = 0.98;
    static final AutonomyRule RULE = AutonomyRule.DEFAULT;

    /** Of the agents' items. The last one is poor, and there to show that it stays reviewed. */
    static final List<Agent> AGENTS = List.of(
            new Agent("crm.company.upsert", "foundries", 0.50, 0.04, 0.996, 0.6),
            new Agent("crm.contact.upsert", "foundries", 0.30, 0.04, 0.995, 0.6),
            new Agent("task.create", "clinics", 0.17, 0.04, 0.997, 0.6),
            new Agent("crm.company.upsert", "clinics", 0.03, 0.30, 0.85, 0.5));

    private static final double REVIEWER_ERRS = 0.005;
    static final double OUTSIDE_COMPLAINS = 0.15;
    private static final int COMPLAINS_WITHIN = 10;
    private static final int MOST_WAIT = 2_000;

    private final RandomGenerator random;
    private final double complains;
    private final Gatekeeper gatekeeper = new Gatekeeper();
    private final Policy policy = policy();
    private final List<Agent> agents = new ArrayList<>(AGENTS);
    private final List<Lane> lanes =
            AGENTS.stream().map(agent -> new Lane(RULE, TARGET)).toList();
    private final List<Complaint> complaints = new ArrayList<>();
    private int number;

    /** @param complains share of the bad actions that passed alone that the outside complains of */
    Simulation(RandomGenerator random, double complains) {
        this.random = random;
        this.complains = complains;
    }

    /** @return what was seen of so many proposals of all agents */
    Tally run(int proposals) {
        var tally = new Tally();
        for (int i = 0; i < proposals; i++) {
            tally.add(step(pick()));
        }
        return tally;
    }

    /**
     * Lets the first agent be wrong more often, once it passes alone.
     *
     * @return after how many of its proposals its level was taken away; at most {@code most}
     */
    int degrade(double nowGood, int most) {
        for (int i = 0; i < MOST_WAIT && lanes.getFirst().track().level() != AutonomyLevel.AUTONOMOUS; i++) {
            step(0);
        }
        agents.set(0, agents.getFirst().degraded(nowGood));
        for (int i = 1; i <= most; i++) {
            step(0);
            if (lanes.getFirst().track().level() == AutonomyLevel.ALL_REVIEWED) {
                return i;
            }
        }
        return most + 1;
    }

    Lane lane(int agent) {
        return lanes.get(agent);
    }

    private Seen step(int agent) {
        number++;
        complaints.stream()
                .filter(complaint -> complaint.at() <= number)
                .forEach(complaint -> lanes.get(complaint.agent()).wentWrong());
        complaints.removeIf(complaint -> complaint.at() <= number);
        var draft = agents.get(agent).draft(random);
        var lane = lanes.get(agent);
        var verdict = gatekeeper.decide(proposed(agents.get(agent), draft), policy, 0, lane.trust());
        if (verdict instanceof Verdict.Granted) {
            lane.passed();
            if (!draft.good() && random.nextDouble() < complains) {
                complaints.add(new Complaint(number + 1 + random.nextInt(COMPLAINS_WITHIN), agent));
            }
            return new Seen(false, draft.good());
        }
        var says = random.nextDouble() < REVIEWER_ERRS != draft.good();
        var wouldPass = verdict.assessment().wouldPass();
        var standsFor = 1 / verdict.assessment().seenShare();
        lane.labelled(new Label(draft.confidence(), says, standsFor), wouldPass);
        return new Seen(true, draft.good());
    }

    private int pick() {
        var draw = random.nextDouble();
        for (int i = 0; i < agents.size(); i++) {
            draw -= agents.get(i).share();
            if (draw < 0) {
                return i;
            }
        }
        return agents.size() - 1;
    }

    private Proposed proposed(Agent agent, Agent.Draft draft) {
        return new Proposed(
                "run-" + number,
                "a:0",
                agent.actionType(),
                Map.of(),
                Map.of(),
                new Risk(1, Seniority.MANAGER, false, false, false, draft.confidence()),
                new Wording(0, 0),
                new Source("messaging", agent.segmentId(), "model"));
    }

    private static Policy policy() {
        var rules = AGENTS.stream()
                .map(Agent::actionType)
                .distinct()
                .map(type -> new ActionRule(
                        type,
                        false,
                        0,
                        0.2,
                        0,
                        Seniority.C_LEVEL,
                        1,
                        ExpiryPolicy.DROP,
                        List.of(),
                        TARGET,
                        0,
                        0,
                        AutonomyLevel.ALL_REVIEWED))
                .toList();
        return new Policy(
                1,
                false,
                false,
                0,
                rules,
                Policy.DEFAULT_REVIEW_WINDOW,
                Policy.DEFAULT_GRANT_LIFETIME,
                Instant.EPOCH,
                "simulation",
                "simulation",
                Duration.ZERO,
                0,
                List.of(),
                RULE,
                0);
    }

    private record Complaint(int at, int agent) {}

    /** @param person whether one was asked */
    record Seen(boolean person, boolean good) {}
}
