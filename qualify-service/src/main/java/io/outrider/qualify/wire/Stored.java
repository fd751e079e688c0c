package io.outrider.qualify.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.outrider.kit.time.Timestamps;
import io.outrider.qualify.verdict.Once.Outcome;
import io.outrider.qualify.verdict.StoredVerdict;
import io.outrider.type.v1.Verdict;
import io.outrider.type.v1.Work;

/** Verdicts as they are kept, and back. */
public final class Stored {

    private Stored() {}

    public static StoredVerdict of(String workspace, Verdict verdict, Work work) {
        return new StoredVerdict(
                workspace,
                verdict.getId(),
                verdict.getAccount().getDomain(),
                Timestamps.toInstant(verdict.getCreateTime()),
                verdict.toByteArray(),
                work.toByteArray());
    }

    public static Verdict verdict(StoredVerdict stored) {
        try {
            return Verdict.parseFrom(stored.verdict());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Verdict " + stored.id() + " cannot be read", e);
        }
    }

    public static Work work(Outcome outcome) {
        try {
            return Work.parseFrom(outcome.verdict().work()).toBuilder()
                    .setReplayed(outcome.replayed())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The work of " + outcome.verdict().id() + " cannot be read", e);
        }
    }
}
