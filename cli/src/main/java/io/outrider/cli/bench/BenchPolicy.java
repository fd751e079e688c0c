package io.outrider.cli.bench;

import io.outrider.cli.client.Session;
import io.outrider.review.v1.ActionRule;
import io.outrider.review.v1.AutonomyLevel;
import io.outrider.review.v1.GetPolicyRequest;
import io.outrider.review.v1.Policy;
import io.outrider.review.v1.UpdatePolicyRequest;
import java.util.UUID;

/**
 * The policy that a bench runs under. Nothing has earned to pass alone: the policy gives the level ahead, which the audit log keeps. Of what
 * passes so, a hundredth comes back all the same.
 */
final class BenchPolicy {

    private static final String ENROL = "sequence.enrol";
    private static final double AUDITED = 0.01;

    private BenchPolicy() {}

    /** @param reviewShare of the enrolments that a person sees; 1 has all reviewed */
    static void set(Session session, double reviewShare) {
        var stub = session.policies("admin");
        var now = stub.getPolicy(GetPolicyRequest.getDefaultInstance()).getPolicy();
        var wanted = now.toBuilder()
                .setReviewEverything(reviewShare >= 1)
                .setMinConfidence(0)
                .setPlantedRate(0)
                .clearRules()
                .addAllRules(now.getRulesList().stream()
                        .map(rule -> ahead(rule.getActionType().equals(ENROL) ? sampled(rule, reviewShare) : rule))
                        .toList());
        wanted.getAutonomyBuilder().setAuditRate(AUDITED);
        if (same(now, wanted.build())) {
            return;
        }
        stub.updatePolicy(UpdatePolicyRequest.newBuilder()
                .setRequestId("bench-" + UUID.randomUUID())
                .setPolicy(wanted)
                .setReason("bench: " + reviewShare + " of the enrolments go to a reviewer")
                .build());
    }

    private static ActionRule ahead(ActionRule rule) {
        return rule.toBuilder()
                .setStartLevel(AutonomyLevel.AUTONOMY_LEVEL_AUTONOMOUS)
                .build();
    }

    private static boolean same(Policy one, Policy other) {
        return one.equals(other);
    }

    private static ActionRule sampled(ActionRule rule, double share) {
        return rule.toBuilder().setSampleRate(share).setMinConfidence(0).build();
    }
}
