package io.outrider.review;

import io.outrider.kit.error.NotBuilt;
import io.outrider.review.v1.BatchService;
import io.outrider.review.v1.DecideBatchRequest;
import io.outrider.review.v1.DecideBatchResponse;
import io.outrider.review.v1.GetBatchRequest;
import io.outrider.review.v1.GetBatchResponse;
import io.outrider.review.v1.OpenBatchRequest;
import io.outrider.review.v1.OpenBatchResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Translates between the wire and batches. Holds no rules of its own. */
@GrpcService
class BatchGrpcService implements BatchService {

    @Override
    public Uni<OpenBatchResponse> openBatch(OpenBatchRequest request) {
        return Uni.createFrom().failure(new NotBuilt("OpenBatch", "only its contract stands"));
    }

    @Override
    public Uni<GetBatchResponse> getBatch(GetBatchRequest request) {
        return Uni.createFrom().failure(new NotBuilt("GetBatch", "only its contract stands"));
    }

    @Override
    public Uni<DecideBatchResponse> decideBatch(DecideBatchRequest request) {
        return Uni.createFrom().failure(new NotBuilt("DecideBatch", "only its contract stands"));
    }
}
