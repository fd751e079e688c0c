package io.outrider.review.wire;

import io.outrider.review.queue.Replay.Change;
import io.outrider.review.queue.Replay.Replayed;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.PolicyChange;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.TestPolicyResponse;
import java.util.List;

/** What another policy would have done, on the wire. */
public final class ReplayWire {

    private ReplayWire() {}

    public static TestPolicyResponse toWire(Replayed replayed) {
        return TestPolicyResponse.newBuilder()
                .setTested(replayed.tested())
                .addAllChanges(
                        replayed.changes().stream().map(ReplayWire::toWire).toList())
                .putAllCounts(replayed.counts())
                .build();
    }

    private static PolicyChange toWire(Change change) {
        return PolicyChange.newBuilder()
                .setItemId(change.itemId())
                .setActionType(change.actionType())
                .setDomain(change.domain())
                .setOldOutcome(change.before().outcome())
                .setNewOutcome(change.after().outcome())
                .setOldGate(Enums.toWire(Gate.class, "GATE_", change.before().gate()))
                .setNewGate(Enums.toWire(Gate.class, "GATE_", change.after().gate()))
                .addAllOldReasons(toWire(change.before().reasons()))
                .addAllNewReasons(toWire(change.after().reasons()))
                .build();
    }

    private static List<Reason> toWire(List<io.outrider.review.policy.Reason> reasons) {
        return reasons.stream()
                .map(reason -> Reason.newBuilder()
                        .setRule(reason.rule())
                        .setDetail(reason.detail())
                        .build())
                .toList();
    }
}
