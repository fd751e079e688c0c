package io.outrider.cli.bench;

import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** What a service says when it refuses. */
final class Refusal {

    private Refusal() {}

    /** Whether it says when to come back. */
    static boolean namesATime(StatusRuntimeException refusal) {
        var status = StatusProto.fromThrowable(refusal);
        return status != null && status.getDetailsList().stream().anyMatch(detail -> detail.is(RetryInfo.class));
    }
}
