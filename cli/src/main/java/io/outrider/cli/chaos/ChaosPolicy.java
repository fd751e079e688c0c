package io.outrider.cli.chaos;

import io.outrider.cli.client.Session;
import io.outrider.review.v1.AutonomyLevel;
import io.outrider.review.v1.GetPolicyRequest;
import io.outrider.review.v1.UpdatePolicyRequest;
import java.util.UUID;

/**
 * Half of what an irreversible action may pass alone passes alone; the other half goes to a reviewer. Nothing has earned that: the policy
 * gives the level ahead, which the audit log keeps.
 */
final class ChaosPolicy {

    private static final double REVIEWED = 0.5;

    private ChaosPolicy() {}

    static void set(Session session) {
        var stub = session.policies("admin");
        var policy = stub.getPolicy(GetPolicyRequest.getDefaultInstance()).getPolicy().toBuilder()
                .setReviewEverything(false)
                .setMinConfidence(0)
                .setPlantedRate(0);
        policy.getRulesBuilderList()
                .forEach(rule -> rule.setSampleRate(REVIEWED)
                        .setMinConfidence(0)
                        .setStartLevel(AutonomyLevel.AUTONOMY_LEVEL_AUTONOMOUS));
        stub.updatePolicy(UpdatePolicyRequest.newBuilder()
                .setRequestId("chaos-" + UUID.randomUUID())
                .setPolicy(policy)
                .setReason("chaos: some runs grant themselves, some are reviewed")
                .build());
    }
}
