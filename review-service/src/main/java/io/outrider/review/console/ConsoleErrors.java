package io.outrider.review.console;

import io.outrider.kit.error.Exhausted;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become pages. */
class ConsoleErrors {

    /** Answers for programs: a status says it all. */
    private static final Set<String> NO_PAGE = Set.of("/signin/links", "/live", "/slack/interactions");

    private static final Set<String> WITH_FORMS = Set.of("autonomy", "policy", "second-looks");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(
                    "STALE_VERSION",
                    "The item changed while you read it. Nothing was decided: read it again, then decide."),
            Map.entry("ALREADY_DECIDED", "Somebody was faster, or the item expired. Nothing was changed."),
            Map.entry("NOT_CLAIMED_BY_YOU", "Another reviewer is at it. Nothing was changed."),
            Map.entry("AUTHOR_IS_APPROVER", "You started this run: another person must approve its actions."),
            Map.entry("BLOCKED_BY_LINT", "Edit the text, send it back, or override the lint and say why."),
            Map.entry("NOT_HELD", "The decision has already taken effect, or there was none to take back."),
            Map.entry("SAMPLE_NOT_OPENED", "Open the items of the sample first; they are marked in the batch."),
            Map.entry("BATCH_CLOSED", "The batch was decided before, or is too old. Open a new one."),
            Map.entry("LOOKED_AT_ALREADY", "Another reviewer was faster. Your answer was not counted."),
            Map.entry("EMPTY_BATCH", "Nothing that is open fits: everything may have been decided."));

    private final Template page;
    private final Template bounce;

    ConsoleErrors(@Location("console/error") Template page, @Location("console/bounce") Template bounce) {
        this.page = page;
        this.bounce = bounce;
    }

    @ServerExceptionMapper
    public Uni<Response> failure(Failure failure, UriInfo uri, HttpHeaders headers) {
        if (NO_PAGE.contains(uri.getPath())) {
            return Uni.createFrom().item(Response.status(status(failure.kind())).build());
        }
        if (failure.kind() == Failure.Kind.UNAUTHENTICATED && !uri.getPath().startsWith("/signin")) {
            return signIn(uri, headers);
        }
        var message = String.valueOf(failure.getMessage());
        var retry = failure instanceof Exhausted exhausted
                ? String.valueOf(Math.max(1, exhausted.retryAfter().toSeconds()))
                : null;
        return page(status(failure.kind()), message, ADVICE.getOrDefault(failure.reason(), ""), back(uri))
                .map(answer -> Response.fromResponse(answer)
                        .header("Retry-After", retry)
                        .build());
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

    /**
     * The session's cookie does not come along where another site's link led here: one more step from a page of ours brings
     * it. Who has none after that signs in.
     */
    private Uni<Response> signIn(UriInfo uri, HttpHeaders headers) {
        var wanted = ReturnTo.of(uri.getRequestUri().getRawPath()
                + (uri.getRequestUri().getRawQuery() == null
                        ? ""
                        : "?" + uri.getRequestUri().getRawQuery()));
        if ("cross-site".equals(headers.getHeaderString("Sec-Fetch-Site"))) {
            return html(bounce.data("to", wanted).createUni(), 200);
        }
        var to = wanted.equals("/") ? "" : "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return Uni.createFrom()
                .item(Response.seeOther(URI.create("/signin" + to)).build());
    }

    private Uni<Response> page(int status, String message, String advice, String back) {
        return html(
                page.data("message", message, "advice", advice, "back", back).createUni(), status);
    }

    private static Uni<Response> html(Uni<String> html, int status) {
        return html.map(text -> Response.status(status)
                .entity(text)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build());
    }

    /** The item's or batch's page, or the one with the form, where the failure is about that. */
    private static String back(UriInfo uri) {
        var parts = uri.getPath().split("/", -1);
        if (parts.length > 3 && (parts[1].equals("items") || parts[1].equals("batches"))) {
            return "/" + parts[1] + "/" + parts[2];
        }
        return parts.length > 2 && WITH_FORMS.contains(parts[1]) ? "/" + parts[1] : "/";
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
