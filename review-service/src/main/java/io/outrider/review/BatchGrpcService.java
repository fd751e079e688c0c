package io.outrider.review;

import io.outrider.kit.security.Caller;
import io.outrider.review.batch.DecideBatch;
import io.outrider.review.batch.OpenBatch;
import io.outrider.review.v1.BatchService;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecideBatchResponse;
import io.outrider.review.v1.GetBatchRequest;
import io.outrider.review.v1.GetBatchResponse;
import io.outrider.review.v1.OpenBatchRequest;
import io.outrider.review.v1.OpenBatchResponse;
import io.outrider.review.wire.BatchWire;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Translates between the wire and batches. Holds no rules of its own. */
@GrpcService
class BatchGrpcService implements BatchService {

    private final OpenBatch openBatch;
    private final DecideBatch decideBatch;
    private final Clock clock;

    BatchGrpcService(OpenBatch openBatch, DecideBatch decideBatch, Clock clock) {
        this.openBatch = openBatch;
        this.decideBatch = decideBatch;
        this.clock = clock;
    }

    @Override
    public Uni<OpenBatchResponse> openBatch(OpenBatchRequest request) {
        return openBatch
                .run(BatchWire.toDomain(Workspace.ofCaller(), Caller.current().subject(), request))
                .map(batch -> OpenBatchResponse.newBuilder()
                        .setBatch(BatchWire.toWire(batch))
                        .build());
    }

    @Override
    public Uni<GetBatchResponse> getBatch(GetBatchRequest request) {
        return openBatch
                .get(
                        Workspace.ofCaller(),
                        request.getBatchId(),
                        Caller.current().subject())
                .map(batch -> GetBatchResponse.newBuilder()
                        .setBatch(BatchWire.toWire(batch))
                        .build());
    }

    @Override
    public Uni<DecideBatchResponse> decideBatch(DecideBatchRequest request) {
        return decideBatch
                .run(BatchWire.toDomain(Workspace.ofCaller(), Caller.current().subject(), request))
                .map(results -> BatchWire.toWire(results, clock.instant()));
    }
}
