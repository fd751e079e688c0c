package io.outrider.orchestrator.rest.agents;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.NotBuilt;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.error.Unavailable;
import io.outrider.orchestrator.agent.Attempts;
import io.outrider.orchestrator.agent.Calls;
import io.outrider.orchestrator.agent.Reply;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks another service for a caller who waits, and turns what it refuses into failures that name the caller's own keys. */
@ApplicationScoped
class Downstream {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Calls calls;
    private final AgentCallConfig config;

    Downstream(Calls calls, AgentCallConfig config) {
        this.calls = calls;
        this.config = config;
    }

    /**
     * Blocks a virtual thread.
     *
     * @throws Failure for all that the service refuses, and where it does not answer
     */
    <R> R ask(String service, Function<Duration, R> call) {
        var attempts = new Attempts(config.attempts(), config.deadline());
        Reply<R> reply = calls.call(attempts, deadline -> translated(call, deadline), (attempt, why) -> {});
        return switch (reply) {
            case Reply.Answer<R>(R message) -> message;
            case Reply.NoAnswer<R> no
            when no.reason().startsWith(Code.RESOURCE_EXHAUSTED.name()) ->
                throw new Exhausted("OVERLOADED", service + " is full; try again later", longer(no.retryAfter()));
            case Reply.NoAnswer<R> no ->
                throw new Unavailable("AGENT_UNAVAILABLE", service + " does not answer now", longer(no.retryAfter()));
            case Reply.Failed<R> no -> {
                Log.warnf("%s failed for a REST caller: %s", service, no.reason());
                throw new Unavailable("AGENT_FAILED", service + " could not do it", SOON);
            }
        };
    }

    private static Duration longer(Duration asked) {
        return asked.isZero() ? SOON : asked;
    }

    private static <R> R translated(Function<Duration, R> call, Duration deadline) {
        try {
            return call.apply(deadline);
        } catch (StatusRuntimeException e) {
            throw refusal(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** What the caller can do something about; all else goes through the layer of retries. */
    private static Optional<Failure> refusal(StatusRuntimeException e) {
        var said = e.getStatus().getDescription() == null
                ? "refused"
                : e.getStatus().getDescription();
        var reason = detail(e, ErrorInfo.class).map(ErrorInfo::getReason).orElse("REFUSED");
        return switch (e.getStatus().getCode()) {
            case INVALID_ARGUMENT -> Optional.of(new InvalidField(reason, violations(e, said)));
            case NOT_FOUND -> Optional.of(new NotFound("object", said));
            case FAILED_PRECONDITION, ALREADY_EXISTS -> Optional.of(new StateForbids(reason, said));
            case UNIMPLEMENTED -> Optional.of(new NotBuilt("This agent", said));
            default -> Optional.empty();
        };
    }

    private static List<InvalidField.Violation> violations(StatusRuntimeException e, String said) {
        var named = detail(e, BadRequest.class)
                .map(BadRequest::getFieldViolationsList)
                .orElse(List.of());
        return named.isEmpty()
                ? List.of(new InvalidField.Violation("body", said))
                : named.stream()
                        .map(v -> new InvalidField.Violation(v.getField(), v.getDescription()))
                        .toList();
    }

    private static <T extends Message> Optional<T> detail(StatusRuntimeException failure, Class<T> type) {
        var status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return Optional.empty();
        }
        return status.getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .map(any -> {
                    try {
                        return any.unpack(type);
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
