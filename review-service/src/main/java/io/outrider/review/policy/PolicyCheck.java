package io.outrider.review.policy;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.InvalidField.Violation;
import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.AutonomyRule;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Refuses a policy that is wrong, or that would let an irreversible action pass without anybody looking. */
public final class PolicyCheck {

    /** Some of what passes alone is always looked at. */
    static final double LEAST_SAMPLE = 0.01;

    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_CONDITIONS = 20;
    private static final int LONGEST_CONDITION = 1_000;
    private static final int MOST_APPROVALS = 2;

    private PolicyCheck() {}

    /** @throws InvalidField INVALID_FIELD or UNSAFE_POLICY, naming each field that is wrong */
    public static Policy check(Policy policy) {
        var wrong = new ArrayList<Violation>();
        share(policy.minConfidence(), "policy.min_confidence", wrong);
        span(policy.reviewWindow(), LONGEST_WINDOW, "policy.review_window", wrong);
        span(policy.grantLifetime(), LONGEST_LIFETIME, "policy.grant_lifetime", wrong);
        NewRules.check(policy, wrong);
        var seen = new HashSet<String>();
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            var at = "policy.rules[" + i + "]";
            if (!seen.add(rule.actionType())) {
                wrong.add(new Violation(at + ".action_type", "has a rule already"));
            }
            check(rule, at, wrong);
        }
        throwIfAny("INVALID_FIELD", wrong);
        throwIfAny("UNSAFE_POLICY", unsafe(policy));
        return policy;
    }

    private static void check(ActionRule rule, String at, List<Violation> wrong) {
        if (Catalogue.find(rule.actionType()).isEmpty()) {
            wrong.add(new Violation(at + ".action_type", "is not in the catalogue"));
        }
        share(rule.minConfidence(), at + ".min_confidence", wrong);
        share(rule.sampleRate(), at + ".sample_rate", wrong);
        NewRules.check(rule, at, wrong);
        if (rule.dailyCap() < 0) {
            wrong.add(new Violation(at + ".daily_cap", "must not be negative"));
        }
        if (rule.requiredApprovals() < 1 || rule.requiredApprovals() > MOST_APPROVALS) {
            wrong.add(new Violation(at + ".required_approvals", "must be 1 to " + MOST_APPROVALS));
        }
        if (rule.forbiddenIf().size() > MOST_CONDITIONS) {
            wrong.add(new Violation(at + ".forbidden_if", "must be at most " + MOST_CONDITIONS));
        }
        for (int i = 0; i < rule.forbiddenIf().size(); i++) {
            condition(rule.forbiddenIf().get(i), at + ".forbidden_if[" + i + "]", wrong);
        }
    }

    private static void condition(String condition, String at, List<Violation> wrong) {
        if (condition.length() > LONGEST_CONDITION) {
            wrong.add(new Violation(at, "must be at most " + LONGEST_CONDITION + " characters"));
            return;
        }
        try {
            Forbidden.compile(condition);
        } catch (IllegalArgumentException e) {
            wrong.add(new Violation(at, "is not CEL that gives a boolean: " + e.getMessage()));
        }
    }

    private static List<Violation> unsafe(Policy policy) {
        var wrong = new ArrayList<Violation>();
        for (var type : Catalogue.all()) {
            if (type.irreversible() && policy.ruleOf(type).sampleRate() < LEAST_SAMPLE) {
                wrong.add(new Violation(
                        "policy.rules." + type.name() + ".sample_rate",
                        "must be at least " + LEAST_SAMPLE + ": " + type.name() + " cannot be undone"));
            }
            if (type.irreversible() && passesAlone(type, policy)) {
                wrong.add(new Violation(
                        "policy.rules." + type.name(), "would let an irreversible, high-blast action pass alone"));
            }
        }
        return wrong;
    }

    /** Tries what could be most harmful under the policy as it would stand, the brakes released. */
    static boolean passesAlone(ActionType type, Policy policy) {
        var released = new Policy(
                policy.version(),
                false,
                false,
                0,
                policy.rules(),
                policy.reviewWindow(),
                policy.grantLifetime(),
                policy.createTime(),
                policy.createdBy(),
                policy.reason());
        var gatekeeper = new Gatekeeper();
        var trusted = new Trust(
                new Track(AutonomyLevel.AUTONOMOUS, "", 0, 0, 0, 0, "", true), AutonomyRule.DEFAULT, null, 0, 0);
        return List.of(
                        new Risk(type.highBlastFrom(), Seniority.UNKNOWN, false, false, false, 1),
                        new Risk(1, Seniority.C_LEVEL, false, false, false, 1),
                        new Risk(1, Seniority.UNKNOWN, true, false, false, 1))
                .stream()
                .map(risk -> new Proposed("run", "key", type.name(), Map.of(), Map.of(), risk, new Wording(0, 0)))
                .anyMatch(proposed -> gatekeeper.decide(proposed, released, 0, trusted) instanceof Verdict.Granted);
    }

    private static void share(double value, String field, List<Violation> wrong) {
        if (!(value >= 0 && value <= 1)) {
            wrong.add(new Violation(field, "must be 0 to 1"));
        }
    }

    private static void span(Duration value, Duration longest, String field, List<Violation> wrong) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            wrong.add(new Violation(field, "must be " + SHORTEST + " to " + longest));
        }
    }

    private static void throwIfAny(String reason, List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new InvalidField(reason, wrong);
        }
    }
}
