package io.outrider.orchestrator.agent;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.outrider.kit.error.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** The one retry layer between services: bounded attempts, growing pauses, and only for what may pass by itself. */
@ApplicationScoped
public class Calls {

    private static final Set<Code> PASSING =
            Set.of(Code.UNAVAILABLE, Code.RESOURCE_EXHAUSTED, Code.ABORTED, Code.DEADLINE_EXCEEDED);

    /** A pause longer than this is not waited for on a thread: the leg ends and comes back. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(3);

    private final Agents agents;
    private final Pause pause;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());

    Calls(Agents agents, Pause pause) {
        this.agents = agents;
        this.pause = pause;
    }

    /**
     * @param call one attempt within the given time
     * @param retrying told of every failed attempt that another follows
     */
    public <R> Reply<R> call(Attempts attempts, Function<Duration, R> call, Retrying retrying) {
        for (int attempt = 1; ; attempt++) {
            Reply<R> reply = once(attempts, call);
            if (!(reply instanceof Reply.NoAnswer<R> no)
                    || attempt >= attempts.most()
                    || no.retryAfter().compareTo(LONGEST_HELD) > 0) {
                return reply;
            }
            retrying.after(attempt, no.reason());
            var own = backoff.afterAttempt(attempt);
            pause.of(own.compareTo(no.retryAfter()) > 0 ? own : no.retryAfter());
            if (no.down()) {
                agents.lookAgain();
            }
        }
    }

    private static <R> Reply<R> once(Attempts attempts, Function<Duration, R> call) {
        try {
            return new Reply.Answer<>(call.apply(attempts.deadline()));
        } catch (StatusRuntimeException e) {
            return judged(e);
        } catch (Unavailable e) {
            return new Reply.NoAnswer<>("UNAVAILABLE", String.valueOf(e.getMessage()), true, e.retryAfter());
        }
    }

    private static <R> Reply<R> judged(StatusRuntimeException failure) {
        var code = failure.getStatus().getCode();
        if (!PASSING.contains(code)) {
            return new Reply.Failed<>(code(failure), described(failure));
        }
        var retryAfter = detail(failure, RetryInfo.class)
                .map(info -> Duration.ofSeconds(
                        info.getRetryDelay().getSeconds(), info.getRetryDelay().getNanos()))
                .orElse(Duration.ZERO);
        return new Reply.NoAnswer<>(code(failure), described(failure), code == Code.UNAVAILABLE, retryAfter);
    }

    private static String code(StatusRuntimeException failure) {
        return detail(failure, ErrorInfo.class)
                .map(ErrorInfo::getReason)
                .filter(reason -> !reason.isEmpty())
                .orElse(failure.getStatus().getCode().name());
    }

    private static String described(StatusRuntimeException failure) {
        var status = failure.getStatus();
        var reason = detail(failure, ErrorInfo.class).map(ErrorInfo::getReason).orElse("");
        var said = status.getDescription() == null ? "" : ": " + status.getDescription();
        return status.getCode() + (reason.isEmpty() ? "" : " " + reason) + said;
    }

    private static <T extends com.google.protobuf.Message> Optional<T> detail(
            StatusRuntimeException failure, Class<T> type) {
        var status = StatusProto.fromThrowable(failure);
        if (status == null) {
            return Optional.empty();
        }
        return status.getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .flatMap(any -> unpack(any, type));
    }

    private static <T extends com.google.protobuf.Message> Optional<T> unpack(Any any, Class<T> type) {
        try {
            return Optional.of(any.unpack(type));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** Hears of failed attempts. */
    @FunctionalInterface
    public interface Retrying {
        void after(int attempt, String reason);
    }
}
