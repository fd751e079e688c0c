package io.outrider.qualify.wire;

import io.outrider.kit.error.Check;
import io.outrider.kit.time.Timestamps;
import io.outrider.qualify.score.Action;
import io.outrider.qualify.score.Tier;
import io.outrider.qualify.v1.OverrideVerdictRequest;
import io.outrider.type.v1.Verdict;
import java.time.Instant;

/**
 * A person's own verdict: score, action and reason are the person's; the answers and their confidence stay as the agent
 * gave them, because they say what it knew.
 */
public final class Overriding {

    private static final int MAX_REASON = 2_000;
    private static final String CODE = "OVERRIDDEN";

    private Overriding() {}

    public static void check(OverrideVerdictRequest request) {
        Check.requestId(request.getRequestId());
        Fields.id(request.getVerdictId(), "verdict_id");
        Check.between(request.getScore(), 1, 10, "score");
        Enums.action(request.getRecommendedAction());
        Check.notBlank(request.getReason(), "reason");
        Check.atMost(request.getReason(), MAX_REASON, "reason");
    }

    public static Verdict of(Verdict old, OverrideVerdictRequest request, String id, String caller, Instant time) {
        var action = Enums.action(request.getRecommendedAction());
        var tier = action == Action.DISQUALIFY ? Tier.DISQUALIFIED : Tier.of(request.getScore());
        return old.toBuilder()
                .setId(id)
                .setScore(request.getScore())
                .setTier(VerdictToWire.tier(tier))
                .setRationale(request.getReason())
                .setRecommendedAction(request.getRecommendedAction())
                .clearReasonCodes()
                .addReasonCodes(CODE)
                .setOverridesId(old.getId())
                .setOverriddenBy(caller)
                .setCreateTime(Timestamps.toWire(time))
                .build();
    }
}
