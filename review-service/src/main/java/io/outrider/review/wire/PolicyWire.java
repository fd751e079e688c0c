package io.outrider.review.wire;

import io.outrider.kit.error.Check;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.catalogue.ActionType;
import io.outrider.review.policy.ActionRule;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Seniority;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.v1.Reversibility;
import java.time.Duration;
import java.time.Instant;

/** Policies and the catalogue, between the wire and the domain. */
public final class PolicyWire {

    private static final int MOST_RULES = 100;

    private PolicyWire() {}

    public static Policy toDomain(io.outrider.review.v1.Policy policy) {
        PlainText.check("policy.", policy);
        Check.that(policy.getVersion() > 0, "policy.version", "must be the version that was read");
        Check.between(policy.getRulesCount(), 0, MOST_RULES, "policy.rules");
        return new Policy(
                policy.getVersion(),
                policy.getReviewEverything(),
                policy.getKillSwitch(),
                policy.getMinConfidence(),
                policy.getRulesList().stream().map(PolicyWire::toDomain).toList(),
                orElse(policy.getReviewWindow(), "policy.review_window", Policy.DEFAULT_REVIEW_WINDOW),
                orElse(policy.getGrantLifetime(), "policy.grant_lifetime", Policy.DEFAULT_GRANT_LIFETIME),
                Instant.EPOCH,
                "",
                "",
                policy.hasDecisionHold()
                        ? ReviewRequests.toDuration(policy.getDecisionHold(), "policy.decision_hold")
                        : Policy.DEFAULT_HOLD,
                policy.getPlantedRate(),
                policy.getScopesList(),
                AutonomyWire.toDomain(policy.getAutonomy()),
                policy.getSecondLookRate());
    }

    /** To be tried, so that it does not matter which version it was made of. */
    public static Policy candidate(io.outrider.review.v1.Policy policy) {
        return toDomain(policy.toBuilder().setVersion(1).build());
    }

    private static ActionRule toDomain(io.outrider.review.v1.ActionRule rule) {
        var seniority = Proposals.seniority(rule.getHighBlastSeniority());
        return new ActionRule(
                rule.getActionType(),
                rule.getDisabled(),
                rule.getMinConfidence(),
                rule.getSampleRate(),
                rule.getDailyCap(),
                seniority == Seniority.UNKNOWN ? Seniority.C_LEVEL : seniority,
                rule.getRequiredApprovals() == 0 ? 1 : rule.getRequiredApprovals(),
                switch (rule.getExpiryPolicy()) {
                    case EXPIRY_POLICY_UNSPECIFIED, UNRECOGNIZED, EXPIRY_POLICY_DROP -> ExpiryPolicy.DROP;
                    case EXPIRY_POLICY_ESCALATE -> ExpiryPolicy.ESCALATE;
                    case EXPIRY_POLICY_REGENERATE -> ExpiryPolicy.REGENERATE;
                },
                rule.getForbiddenIfList(),
                rule.getTargetPrecision(),
                rule.getHighBlastAffected(),
                rule.getHighBlastVolume(),
                rule.getStartLevel() == io.outrider.review.v1.AutonomyLevel.AUTONOMY_LEVEL_UNSPECIFIED
                        ? AutonomyLevel.ALL_REVIEWED
                        : Enums.toDomain(
                                AutonomyLevel.class,
                                "AUTONOMY_LEVEL_",
                                rule.getStartLevel(),
                                "policy.rules.start_level"));
    }

    public static io.outrider.review.v1.Policy toWire(Policy policy) {
        return io.outrider.review.v1.Policy.newBuilder()
                .setVersion(policy.version())
                .setReviewEverything(policy.reviewEverything())
                .setKillSwitch(policy.killSwitch())
                .setMinConfidence(policy.minConfidence())
                .addAllRules(policy.rules().stream().map(PolicyWire::toWire).toList())
                .setReviewWindow(toWire(policy.reviewWindow()))
                .setGrantLifetime(toWire(policy.grantLifetime()))
                .setCreateTime(Timestamps.toWire(policy.createTime()))
                .setCreatedBy(policy.createdBy())
                .setReason(policy.reason())
                .setDecisionHold(toWire(policy.decisionHold()))
                .setPlantedRate(policy.plantedRate())
                .addAllScopes(policy.scopes())
                .setAutonomy(AutonomyWire.toWire(policy.autonomy()))
                .setSecondLookRate(policy.secondLookRate())
                .build();
    }

    private static io.outrider.review.v1.ActionRule toWire(ActionRule rule) {
        return io.outrider.review.v1.ActionRule.newBuilder()
                .setActionType(rule.actionType())
                .setDisabled(rule.disabled())
                .setMinConfidence(rule.minConfidence())
                .setSampleRate(rule.sampleRate())
                .setDailyCap(rule.dailyCap())
                .setHighBlastSeniority(
                        Enums.toWire(io.outrider.type.v1.Seniority.class, "SENIORITY_", rule.highBlastSeniority()))
                .setRequiredApprovals(rule.requiredApprovals())
                .setExpiryPolicy(
                        Enums.toWire(io.outrider.review.v1.ExpiryPolicy.class, "EXPIRY_POLICY_", rule.expiryPolicy()))
                .addAllForbiddenIf(rule.forbiddenIf())
                .setTargetPrecision(rule.targetPrecision())
                .setHighBlastAffected(rule.highBlastAffected())
                .setHighBlastVolume(rule.highBlastVolume())
                .setStartLevel(
                        Enums.toWire(io.outrider.review.v1.AutonomyLevel.class, "AUTONOMY_LEVEL_", rule.startLevel()))
                .build();
    }

    public static io.outrider.review.v1.ActionType toWire(ActionType type) {
        return io.outrider.review.v1.ActionType.newBuilder()
                .setName(type.name())
                .setConnector(type.connector())
                .setDescription(type.description())
                .setReversibility(Enums.toWire(Reversibility.class, "REVERSIBILITY_", type.reversibility()))
                .setHighBlastFrom(type.highBlastFrom())
                .addAllScopes(type.scopes())
                .setUndo(type.undo())
                .build();
    }

    private static Duration orElse(com.google.protobuf.Duration given, String field, Duration otherwise) {
        var duration = ReviewRequests.toDuration(given, field);
        return duration.isZero() ? otherwise : duration;
    }

    private static com.google.protobuf.Duration toWire(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
