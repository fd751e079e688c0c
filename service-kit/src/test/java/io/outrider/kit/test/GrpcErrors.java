package io.outrider.kit.test;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;

/** Reads the details of a failed call. */
public final class GrpcErrors {

    private GrpcErrors() {}

    /** @throws AssertionError where the error carries none: every error of ours does */
    public static ErrorInfo info(StatusRuntimeException error) {
        return detail(error, ErrorInfo.class).orElseThrow(() -> new AssertionError("No ErrorInfo in " + error));
    }

    public static List<BadRequest.FieldViolation> violations(StatusRuntimeException error) {
        return detail(error, BadRequest.class)
                .map(BadRequest::getFieldViolationsList)
                .orElse(List.of());
    }

    public static <T extends Message> Optional<T> detail(StatusRuntimeException error, Class<T> type) {
        return StatusProto.fromThrowable(error).getDetailsList().stream()
                .filter(any -> any.is(type))
                .map(any -> {
                    try {
                        return any.unpack(type);
                    } catch (InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst();
    }
}
