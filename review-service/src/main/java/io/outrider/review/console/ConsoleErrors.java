package io.outrider.review.console;

import io.outrider.kit.error.Failure;
import io.quarkus.logging.Log;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become pages. */
class ConsoleErrors {

    private static final Map<String, String> ADVICE = Map.of(
            "STALE_VERSION", "The item changed while you read it. Nothing was decided: read it again, then decide.",
            "ALREADY_DECIDED", "Somebody was faster, or the item expired. Nothing was changed.",
            "NOT_CLAIMED_BY_YOU", "Another reviewer is at it. Nothing was changed.",
            "AUTHOR_IS_APPROVER", "You started this run: another person must approve its actions.",
            "BLOCKED_BY_LINT", "Edit the text, send it back, or override the lint and say why.");

    private final Template page;

    ConsoleErrors(@Location("console/error") Template page) {
        this.page = page;
    }

    @ServerExceptionMapper
    public Uni<Response> failure(Failure failure, UriInfo uri, HttpHeaders headers) {
        if (uri.getPath().equals("/signin/links")) {
            return Uni.createFrom().item(Response.status(status(failure.kind())).build());
        }
        if (failure.kind() == Failure.Kind.UNAUTHENTICATED && !uri.getPath().equals("/signin")) {
            return Uni.createFrom()
                    .item(Response.seeOther(URI.create("/signin")).build());
        }
        var message = String.valueOf(failure.getMessage());
        return page(status(failure.kind()), message, ADVICE.getOrDefault(failure.reason(), ""), back(uri));
    }

    /** Log the cause, tell the reader nothing: internal messages can hold personal data. */
    @ServerExceptionMapper(RuntimeException.class)
    public Uni<Response> unexpected(RuntimeException thrown, UriInfo uri, HttpHeaders headers) {
        if (thrown instanceof WebApplicationException refusal) {
            return Uni.createFrom().item(refusal.getResponse());
        }
        if (thrown.getCause() instanceof Failure failure) {
            return failure(failure, uri, headers);
        }
        Log.error("Unexpected failure in the console", thrown);
        return page(500, "Something went wrong here.", "It is in the log.", "/");
    }

    private Uni<Response> page(int status, String message, String advice, String back) {
        return page.data("message", message, "advice", advice, "back", back)
                .createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build());
    }

    /** The item's page, where the failure is about one. */
    private static String back(UriInfo uri) {
        var parts = uri.getPath().split("/", -1);
        return parts.length > 3 && parts[1].equals("items") ? "/items/" + parts[2] : "/";
    }

    private static int status(Failure.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case EXISTS, STATE, STALE -> 409;
            case EXHAUSTED -> 429;
            case NOT_BUILT -> 501;
            case UNAVAILABLE -> 503;
        };
    }
}
