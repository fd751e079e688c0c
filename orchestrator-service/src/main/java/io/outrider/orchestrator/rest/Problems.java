package io.outrider.orchestrator.rest;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.Unavailable;
import io.outrider.kit.grpc.Outage;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where failures become HTTP statuses. */
class Problems {

    private static final int TOO_MANY_REQUESTS = 429;

    @ServerExceptionMapper
    Response failure(Failure failure) {
        return respond(status(failure.kind()), failure.reason(), message(failure), violations(failure), wait(failure));
    }

    /** What the HTTP layer itself refuses: an unknown path, a wrong method or media type. */
    @ServerExceptionMapper
    Response refusal(WebApplicationException refusal) {
        var status = refusal.getResponse().getStatusInfo();
        var reason = status.getReasonPhrase().toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
        return respond(status.getStatusCode(), reason, status.getReasonPhrase(), List.of(), null);
    }

    /** Log the cause, tell the caller nothing: internal messages can hold personal data. */
    @ServerExceptionMapper
    Response unexpected(Throwable thrown) {
        for (@Nullable Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
            if (at instanceof Failure failure) {
                return failure(failure);
            }
        }
        var outage = Outage.of(thrown);
        if (outage.isPresent()) {
            return failure(outage.get());
        }
        Log.error("Unexpected failure in a REST call", thrown);
        return respond(500, "INTERNAL", "Internal error", List.of(), null);
    }

    private static Response respond(
            int status,
            String reason,
            String detail,
            List<Problem.Violation> violations,
            @Nullable Duration retryAfter) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? reason : known.getReasonPhrase();
        var response = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("urn:outrider:problem:" + reason, title, status, detail, reason, violations));
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (retryAfter != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        return response.build();
    }

    private static int status(Failure.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case EXISTS, STATE, STALE -> 409;
            case EXHAUSTED -> TOO_MANY_REQUESTS;
            case NOT_BUILT -> 501;
            case UNAVAILABLE -> 503;
        };
    }

    private static String message(Failure failure) {
        return failure instanceof InvalidField invalid
                ? violations(invalid).getFirst().field() + " "
                        + violations(invalid).getFirst().problem()
                : String.valueOf(failure.getMessage());
    }

    private static List<Problem.Violation> violations(Failure failure) {
        return failure instanceof InvalidField invalid
                ? invalid.violations().stream()
                        .map(it -> new Problem.Violation(FieldNames.json(it.field()), it.problem()))
                        .toList()
                : List.of();
    }

    private static @Nullable Duration wait(Failure failure) {
        return switch (failure) {
            case Exhausted e -> e.retryAfter();
            case Unavailable e -> e.retryAfter();
            default -> null;
        };
    }
}
