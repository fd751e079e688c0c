package io.outrider.review;

import io.outrider.kit.error.Check;
import io.outrider.kit.page.PageSize;
import io.outrider.review.audit.CheckAudit;
import io.outrider.review.audit.ExportAudit;
import io.outrider.review.audit.ReadAudit;
import io.outrider.review.v1.AuditService;
import io.outrider.review.v1.ExportAuditRequest;
import io.outrider.review.v1.ExportAuditResponse;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.ListAuditEventsResponse;
import io.outrider.review.v1.VerifyAuditRequest;
import io.outrider.review.v1.VerifyAuditResponse;
import io.outrider.review.wire.AuditWire;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and the audit chain. Holds no rules of its own. */
@GrpcService
class AuditGrpcService implements AuditService {

    private final ReadAudit readAudit;
    private final CheckAudit checkAudit;
    private final ExportAudit exportAudit;

    AuditGrpcService(ReadAudit readAudit, CheckAudit checkAudit, ExportAudit exportAudit) {
        this.readAudit = readAudit;
        this.checkAudit = checkAudit;
        this.exportAudit = exportAudit;
    }

    @Override
    public Uni<ListAuditEventsResponse> listAuditEvents(ListAuditEventsRequest request) {
        var size = PageSize.of(request.getPageSize());
        return readAudit
                .page(Workspace.ofCaller(), request.getItemId(), size, request.getPageToken())
                .map(page -> ListAuditEventsResponse.newBuilder()
                        .addAllEvents(
                                page.rows().stream().map(AuditWire::toWire).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public Uni<VerifyAuditResponse> verifyAudit(VerifyAuditRequest request) {
        var workspace = Workspace.ofCaller();
        var kept = request.hasCheckpoint() ? AuditWire.toDomain(request.getCheckpoint()) : null;
        Check.that(
                kept == null || kept.checkpoint().workspace().equals(workspace),
                "checkpoint.workspace_id",
                "is another workspace's");
        return checkAudit.run(workspace, kept).map(AuditWire::toWire);
    }

    @Override
    public Multi<ExportAuditResponse> exportAudit(ExportAuditRequest request) {
        Check.that(request.getAfterNumber() >= 0, "after_number", "must not be negative");
        return exportAudit.run(Workspace.ofCaller(), request.getAfterNumber()).map(AuditWire::toWire);
    }
}
