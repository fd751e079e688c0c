package io.outrider.review.console;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.outrider.kit.error.PermissionDenied;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.review.audit.RecordAccess;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Signing in at the organisation's identity provider: there and back. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class OidcResource {

    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private final OidcConfig config;
    private final OidcClient client;
    private final OidcLogins logins;
    private final Sessions sessions;
    private final Cookies cookies;
    private final SignInPace pace;
    private final VirtualThreadOffload offload;
    private final RecordAccess access;
    private final Template bounce;

    OidcResource(
            OidcConfig config,
            OidcClient client,
            OidcLogins logins,
            Sessions sessions,
            Cookies cookies,
            SignInPace pace,
            VirtualThreadOffload offload,
            RecordAccess access,
            @Location("console/bounce") Template bounce) {
        this.config = config;
        this.client = client;
        this.logins = logins;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pace = pace;
        this.offload = offload;
        this.access = access;
        this.bounce = bounce;
    }

    @GET
    @Path("signin/oidc")
    public Uni<Response> leave(@QueryParam("to") @DefaultValue("") String to, @Context HttpServerRequest request) {
        pace.count(request);
        var login = OidcLogin.begin(ReturnTo.of(to));
        return offload.call(() -> client.question(login))
                .call(() -> logins.add(login))
                .map(question -> Response.seeOther(question)
                        .cookie(cookies.login(
                                login.browser(), (int) config.patience().toSeconds()))
                        .build());
    }

    @GET
    @Path("signin/callback")
    public Uni<Response> comeBack(
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("iss") @DefaultValue("") String issuer,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        pace.count(request);
        return logins.take(state, cookies.login(headers)).chain(login -> {
            if (code.isEmpty() || !issuer.isEmpty() && !issuer.equals(expectedIssuer())) {
                throw new Unauthenticated("The identity provider did not let you in");
            }
            return offload.call(() -> client.answer(login, code))
                    .chain(this::person)
                    .chain(person -> sessions.begin(person, "oidc"))
                    .chain(token -> arrive(login, token));
        });
    }

    /** A page of ours, not a redirect: the new cookie comes along only where our own page leads on. */
    private Uni<Response> arrive(OidcLogin login, String token) {
        return bounce.data("to", login.returnTo())
                .createUni()
                .map(html -> Response.ok(html)
                        .cookie(cookies.begin(token), cookies.login("", 0))
                        .build());
    }

    private String expectedIssuer() {
        return config.issuer().map(Object::toString).orElse("");
    }

    private Uni<Person> person(IDTokenClaimsSet claims) {
        var subject = Objects.requireNonNullElse(claims.getStringClaim(config.subjectClaim()), "");
        var workspace = Objects.requireNonNullElse(claims.getStringClaim(config.workspaceClaim()), "");
        var roles = Roles.of(Objects.requireNonNullElse(claims.getStringListClaim(config.rolesClaim()), List.of()));
        if (subject.isBlank() || !WORKSPACE.matcher(workspace).matches() || roles.isEmpty()) {
            var denied = new PermissionDenied("Your account is neither a reviewer nor an admin of a workspace");
            return access.refused(workspace, subject, "oidc", "neither reviewer nor admin")
                    .chain(() -> Uni.createFrom().failure(denied));
        }
        return Uni.createFrom().item(new Person(subject, workspace, roles));
    }
}
