package io.outrider.review.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.audit.CheckAudit.Finding;
import io.outrider.review.audit.Checkpoint;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.ExportAudit;
import io.outrider.review.audit.Link;
import io.outrider.review.audit.Sealed;
import io.outrider.review.v1.AuditCheckpoint;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.ExportAuditResponse;
import io.outrider.review.v1.VerifyAuditResponse;
import java.util.HexFormat;

/** The audit chain on the wire. */
public final class AuditWire {

    private AuditWire() {}

    public static Sealed toDomain(AuditCheckpoint checkpoint) {
        var said = new Checkpoint(
                checkpoint.getWorkspaceId(),
                checkpoint.getCount(),
                checkpoint.getHash(),
                Timestamps.toInstant(checkpoint.getTime()));
        return new Sealed(said, checkpoint.getJws());
    }

    /** @throws IllegalArgumentException where a hash is not hex */
    public static Link toDomain(AuditEvent event) {
        var entry = new Entry(
                Timestamps.toInstant(event.getTime()),
                event.getKind(),
                event.getActor(),
                event.getItemId(),
                event.getDetail());
        var hex = HexFormat.of();
        return new Link(event.getNumber(), entry, hex.parseHex(event.getPreviousHash()), hex.parseHex(event.getHash()));
    }

    public static ExportAuditResponse toWire(ExportAudit.Part part) {
        return switch (part) {
            case ExportAudit.Part.Links links ->
                ExportAuditResponse.newBuilder()
                        .addAllEvents(
                                links.links().stream().map(AuditWire::toWire).toList())
                        .build();
            case ExportAudit.Part.End end ->
                ExportAuditResponse.newBuilder()
                        .setCheckpoint(toWire(end.end()))
                        .setKeys(end.keys())
                        .build();
        };
    }

    public static VerifyAuditResponse toWire(Finding finding) {
        var response = VerifyAuditResponse.newBuilder()
                .setIntact(finding.problem().isEmpty())
                .setChecked(finding.checked())
                .setCheckpoint(toWire(finding.end()));
        finding.problem()
                .ifPresent(problem -> response.setFirstBad(problem.number()).setProblem(problem.text()));
        return response.build();
    }

    private static AuditCheckpoint toWire(Sealed end) {
        return AuditCheckpoint.newBuilder()
                .setWorkspaceId(end.checkpoint().workspace())
                .setCount(end.checkpoint().count())
                .setHash(end.checkpoint().hash())
                .setTime(Timestamps.toWire(end.checkpoint().time()))
                .setJws(end.jws())
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
