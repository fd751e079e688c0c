package io.outrider.review.policy;

import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.AutonomyRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one workspace wants its actions gated. A version never changes once stored.
 *
 * @param reviewEverything everything goes to a person, whatever the rules say and whatever was earned
 * @param killSwitch nothing is granted while it is set
 * @param minConfidence confidence below this goes to a person, 0 to 1
 * @param reviewWindow after this long without a decision an item expires
 * @param grantLifetime how long a grant can be used
 * @param decisionHold how long the console holds a decision
 * @param plantedRate share of known-bad items that test the review
 * @param scopes that actions may use; empty means all
 * @param secondLookRate share of what one person decided that another one judges again, without knowing how
 */
public record Policy(
        long version,
        boolean reviewEverything,
        boolean killSwitch,
        double minConfidence,
        List<ActionRule> rules,
        Duration reviewWindow,
        Duration grantLifetime,
        Instant createTime,
        String createdBy,
        String reason,
        Duration decisionHold,
        double plantedRate,
        List<String> scopes,
        AutonomyRule autonomy,
        double secondLookRate) {

    public static final double DEFAULT_SECOND_LOOK = 0.05;
    public static final double DEFAULT_PLANTED = 0.02;
    public static final Duration DEFAULT_HOLD = Duration.ofSeconds(10);
    public static final Duration DEFAULT_REVIEW_WINDOW = Duration.ofHours(72);
    public static final Duration DEFAULT_GRANT_LIFETIME = Duration.ofHours(24);

    /** Versions that were stored before these rules were there lack them. */
    @SuppressWarnings("NullAway")
    public Policy {
        rules = List.copyOf(rules);
        decisionHold = decisionHold == null ? DEFAULT_HOLD : decisionHold;
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        autonomy = autonomy == null ? AutonomyRule.DEFAULT : autonomy;
    }

    /** With the usual hold and rule of autonomy, all scopes, nothing planted and nothing looked at again. */
    public Policy(
            long version,
            boolean reviewEverything,
            boolean killSwitch,
            double minConfidence,
            List<ActionRule> rules,
            Duration reviewWindow,
            Duration grantLifetime,
            Instant createTime,
            String createdBy,
            String reason) {
        this(
                version,
                reviewEverything,
                killSwitch,
                minConfidence,
                rules,
                reviewWindow,
                grantLifetime,
                createTime,
                createdBy,
                reason,
                DEFAULT_HOLD,
                0,
                List.of(),
                AutonomyRule.DEFAULT,
                0);
    }

    /** Of a workspace that has not chosen yet: autonomy is earned, so a person sees everything. */
    public static Policy first(Instant now) {
        return new Policy(
                1,
                true,
                false,
                0.7,
                Catalogue.all().stream()
                        .map(type -> ActionRule.sampled(type.name(), ActionRule.FIRST_SAMPLE_RATE))
                        .toList(),
                DEFAULT_REVIEW_WINDOW,
                DEFAULT_GRANT_LIFETIME,
                now,
                "outrider",
                "A new workspace reviews everything",
                DEFAULT_HOLD,
                DEFAULT_PLANTED,
                List.of(),
                AutonomyRule.DEFAULT,
                DEFAULT_SECOND_LOOK);
    }

    public ActionRule ruleOf(ActionType type) {
        return rules.stream()
                .filter(rule -> rule.actionType().equals(type.name()))
                .findFirst()
                .orElseGet(() -> ActionRule.unnamed(type.name()));
    }

    /** Of an action type that the catalogue may not have. */
    public AutonomyLevel startLevelOf(String actionType) {
        return Catalogue.find(actionType).map(type -> ruleOf(type).startLevel()).orElse(AutonomyLevel.ALL_REVIEWED);
    }

    double minConfidenceOf(ActionRule rule) {
        return rule.minConfidence() > 0 ? rule.minConfidence() : minConfidence;
    }

    public Policy numbered(long number, Instant now, String author, String why) {
        return new Policy(
                number,
                reviewEverything,
                killSwitch,
                minConfidence,
                rules,
                reviewWindow,
                grantLifetime,
                now,
                author,
                why,
                decisionHold,
                plantedRate,
                scopes,
                autonomy,
                secondLookRate);
    }
}
