package io.outrider.kit.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.Unavailable;
import io.quarkus.logging.Log;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one place where failures become gRPC statuses. */
final class StatusMapper {

    private final String domain;

    /** @param domain ErrorInfo.domain, for example "review.outrider.io". */
    StatusMapper(String domain) {
        this.domain = domain;
    }

    StatusRuntimeException toStatus(Throwable thrown) {
        return switch (rootOf(thrown)) {
            case Failure failure -> status(failure);
            case StatusRuntimeException e -> e;
            case StatusException e -> new StatusRuntimeException(e.getStatus(), e.getTrailers());
            default -> Outage.of(thrown).map(this::status).orElseGet(() -> unexpected(thrown));
        };
    }

    /** Reactive operators wrap failures; what counts is the first one of ours inside. */
    private static Throwable rootOf(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Failure || t instanceof StatusRuntimeException || t instanceof StatusException) {
                return t;
            }
        }
        return thrown;
    }

    private StatusRuntimeException status(Failure failure) {
        return status(
                codeOf(failure.kind()), failure.getMessage(), failure.reason(), failure.metadata(), detailOf(failure));
    }

    private static Code codeOf(Failure.Kind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
            case DENIED -> Code.PERMISSION_DENIED;
            case NOT_FOUND -> Code.NOT_FOUND;
            case EXISTS -> Code.ALREADY_EXISTS;
            case STATE -> Code.FAILED_PRECONDITION;
            case STALE -> Code.ABORTED;
            case EXHAUSTED -> Code.RESOURCE_EXHAUSTED;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case NOT_BUILT -> Code.UNIMPLEMENTED;
        };
    }

    private static Optional<Message> detailOf(Failure failure) {
        return switch (failure) {
            case InvalidField e -> Optional.of(badRequest(e));
            case Exhausted e -> Optional.of(retryIn(e.retryAfter()));
            case Unavailable e -> Optional.of(retryIn(e.retryAfter()));
            default -> Optional.empty();
        };
    }

    private static BadRequest badRequest(InvalidField e) {
        var request = BadRequest.newBuilder();
        e.violations()
                .forEach(v ->
                        request.addFieldViolationsBuilder().setField(v.field()).setDescription(v.problem()));
        return request.build();
    }

    private static RetryInfo retryIn(java.time.Duration delay) {
        return RetryInfo.newBuilder()
                .setRetryDelay(
                        Duration.newBuilder().setSeconds(delay.toSeconds()).setNanos(delay.getNano()))
                .build();
    }

    /** Log the cause, tell the caller nothing: internal messages can hold prompts or personal data. */
    private StatusRuntimeException unexpected(Throwable thrown) {
        Log.error("Unexpected failure in a call", thrown);
        return status(Code.INTERNAL, "Internal error", "INTERNAL", Map.of(), Optional.empty());
    }

    private StatusRuntimeException status(
            Code code,
            @Nullable String message,
            String reason,
            Map<String, String> metadata,
            Optional<? extends Message> detail) {
        var info = ErrorInfo.newBuilder()
                .setDomain(domain)
                .setReason(reason)
                .putAllMetadata(metadata)
                .build();
        var status = Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message == null ? reason : message)
                .addDetails(Any.pack(info));
        detail.map(Any::pack).ifPresent(status::addDetails);
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
