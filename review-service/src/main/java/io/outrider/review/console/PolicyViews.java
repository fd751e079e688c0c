package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.console.PolicyView.Rule;
import io.outrider.review.v1.ActionRule;
import io.outrider.review.v1.Policy;
import io.outrider.review.wire.PolicyWire;
import java.time.Duration;
import java.util.Locale;

/** Makes the policy's page of the policy and of what was earned under it. */
final class PolicyViews {

    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Duration GRANT = Duration.ofHours(24);
    private static final String HOLD = "10 s";

    private PolicyViews() {}

    static PolicyView of(Session who, Policy policy, boolean newest) {
        return new PolicyView(
                who,
                Ids.next("req"),
                policy.getVersion(),
                policy.getCreatedBy(),
                Texts.minute(Timestamps.toInstant(policy.getCreateTime())),
                policy.getReason(),
                newest,
                policy.getKillSwitch(),
                policy.getReviewEverything(),
                percent(policy.getMinConfidence()),
                hours(policy.getReviewWindow().getSeconds(), WINDOW),
                hours(policy.getGrantLifetime().getSeconds(), GRANT),
                policy.hasDecisionHold() ? policy.getDecisionHold().getSeconds() + " s" : HOLD,
                percent(policy.getPlantedRate()),
                percent(policy.getSecondLookRate()),
                Catalogue.all().stream().map(type -> rule(type, policy)).toList());
    }

    private static Rule rule(ActionType type, Policy policy) {
        var wire = PolicyWire.toWire(type);
        var rule = policy.getRulesList().stream()
                .filter(one -> one.getActionType().equals(wire.getName()))
                .findFirst()
                .orElse(ActionRule.getDefaultInstance());
        return new Rule(
                wire.getName(),
                wire.getDescription(),
                Texts.words(wire.getReversibility().name(), "REVERSIBILITY_"),
                rule.getDisabled() ? "disabled" : "allowed",
                startLevel(rule),
                rule.getMinConfidence() == 0 ? "the policy's" : percent(rule.getMinConfidence()),
                percent(rule.getSampleRate()),
                rule.getDailyCap() == 0 ? "none" : rule.getDailyCap() + " a day",
                Math.max(1, rule.getRequiredApprovals()),
                expiry(rule),
                rule.getForbiddenIfList());
    }

    /** What a kind of this action begins with, before it has earned anything. */
    private static String startLevel(ActionRule rule) {
        return switch (rule.getStartLevel()) {
            case AUTONOMY_LEVEL_SAMPLED -> "sampled";
            case AUTONOMY_LEVEL_AUTONOMOUS -> "autonomous";
            case AUTONOMY_LEVEL_ALL_REVIEWED, AUTONOMY_LEVEL_UNSPECIFIED, UNRECOGNIZED -> "all reviewed";
        };
    }

    private static String expiry(ActionRule rule) {
        return switch (rule.getExpiryPolicy()) {
            case EXPIRY_POLICY_ESCALATE -> "escalates";
            case EXPIRY_POLICY_REGENERATE -> "is drafted again";
            case EXPIRY_POLICY_DROP, EXPIRY_POLICY_UNSPECIFIED, UNRECOGNIZED -> "is dropped";
        };
    }

    private static String hours(long seconds, Duration otherwise) {
        return Texts.length(seconds == 0 ? otherwise : Duration.ofSeconds(seconds));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
