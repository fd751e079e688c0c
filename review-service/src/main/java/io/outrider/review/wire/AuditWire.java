package io.outrider.review.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.audit.CheckAudit.Finding;
import io.outrider.review.audit.Checkpoint;
import io.outrider.review.audit.Link;
import io.outrider.review.v1.AuditCheckpoint;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.VerifyAuditResponse;
import java.util.HexFormat;

/** The audit chain on the wire. */
public final class AuditWire {

    private AuditWire() {}

    public static Checkpoint toDomain(AuditCheckpoint checkpoint) {
        return new Checkpoint(
                checkpoint.getWorkspaceId(),
                checkpoint.getCount(),
                checkpoint.getHash(),
                Timestamps.toInstant(checkpoint.getTime()));
    }

    public static VerifyAuditResponse toWire(Finding finding) {
        var response = VerifyAuditResponse.newBuilder()
                .setIntact(finding.problem().isEmpty())
                .setChecked(finding.checked())
                .setCheckpoint(checkpoint(finding));
        finding.problem()
                .ifPresent(problem -> response.setFirstBad(problem.number()).setProblem(problem.text()));
        return response.build();
    }

    private static AuditCheckpoint checkpoint(Finding finding) {
        return AuditCheckpoint.newBuilder()
                .setWorkspaceId(finding.checkpoint().workspace())
                .setCount(finding.checkpoint().count())
                .setHash(finding.checkpoint().hash())
                .setTime(Timestamps.toWire(finding.checkpoint().time()))
                .setJws(finding.jws())
                .build();
    }

    public static AuditEvent toWire(Link link) {
        return AuditEvent.newBuilder()
                .setNumber(link.number())
                .setTime(Timestamps.toWire(link.entry().time()))
                .setKind(link.entry().kind())
                .setActor(link.entry().actor())
                .setItemId(link.entry().itemId())
                .setDetail(link.entry().detail())
                .setHash(HexFormat.of().formatHex(link.hash()))
                .setPreviousHash(HexFormat.of().formatHex(link.previousHash()))
                .build();
    }
}
