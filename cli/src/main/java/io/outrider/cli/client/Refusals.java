package io.outrider.cli.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what a service answered in place of a result. */
public final class Refusals {

    private Refusals() {}

    /** One sentence, with the reason and the fields at fault; a line for each where there are several. */
    public static String sentence(StatusRuntimeException refusal) {
        var status = refusal.getStatus();
        var violations = violations(refusal);
        if (!violations.isEmpty()) {
            return violations.stream()
                    .map(violation -> violation.getField() + ": " + violation.getDescription())
                    .collect(Collectors.joining("\n"));
        }
        return switch (status.getCode()) {
            case UNAVAILABLE -> unavailable(refusal);
            case DEADLINE_EXCEEDED -> "The service did not answer in time";
            default ->
                described(status)
                        + reason(refusal).map(reason -> " (" + reason + ")").orElse("");
        };
    }

    /** ErrorInfo.reason, for example "NOT_FOUND". */
    public static Optional<String> reason(StatusRuntimeException refusal) {
        return details(refusal, ErrorInfo.class).stream()
                .map(ErrorInfo::getReason)
                .findFirst();
    }

    private static List<BadRequest.FieldViolation> violations(StatusRuntimeException refusal) {
        return details(refusal, BadRequest.class).stream()
                .flatMap(request -> request.getFieldViolationsList().stream())
                .toList();
    }

    private static String unavailable(StatusRuntimeException refusal) {
        return reason(refusal)
                .map(reason -> described(refusal.getStatus()) + " (" + reason + ")")
                .orElse("The service does not answer; `./outrider ps` shows what runs");
    }

    private static String described(Status status) {
        var description = status.getDescription();
        var code = status.getCode().name();
        return description == null || description.isBlank() ? code : code + ": " + description;
    }

    private static <T extends Message> List<T> details(StatusRuntimeException refusal, Class<T> type) {
        var status = StatusProto.fromThrowable(refusal);
        return status == null
                ? List.of()
                : status.getDetailsList().stream()
                        .filter(detail -> detail.is(type))
                        .map(detail -> unpack(detail, type))
                        .toList();
    }

    private static <T extends Message> T unpack(Any detail, Class<T> type) {
        try {
            return detail.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an error detail is not what it says it is", e);
        }
    }
}
