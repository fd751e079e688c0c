package io.outrider.review.console;

import io.outrider.review.audit.RecordAccess;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing in and out. Opening a link only shows a button: what fetches links ahead does not use them up. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    private final Sessions sessions;
    private final Links links;
    private final Cookies cookies;
    private final SignInPace pace;
    private final OidcConfig oidc;
    private final RecordAccess access;
    private final Template page;

    SignInResource(
            Sessions sessions,
            Links links,
            Cookies cookies,
            SignInPace pace,
            OidcConfig oidc,
            RecordAccess access,
            @Location("console/signin") Template page) {
        this.sessions = sessions;
        this.links = links;
        this.cookies = cookies;
        this.pace = pace;
        this.oidc = oidc;
        this.access = access;
        this.page = page;
    }

    @GET
    @Path("signin")
    public Uni<String> form(
            @QueryParam("code") @DefaultValue("") String code, @QueryParam("to") @DefaultValue("") String to) {
        return page.data("code", code, "to", ReturnTo.of(to), "provider", oidc.name())
                .createUni();
    }

    @POST
    @Path("signin")
    public Uni<Response> signIn(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("to") @DefaultValue("") String to,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @Context HttpServerRequest request) {
        Forms.requireOwn(site);
        pace.count(request);
        return links.redeem(code)
                .chain(person -> sessions.begin(person, "link"))
                .map(token -> Response.seeOther(URI.create(ReturnTo.of(to)))
                        .cookie(cookies.begin(token))
                        .build());
    }

    @POST
    @Path("signout")
    public Uni<Response> signOut(
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("everywhere") @DefaultValue("") String everywhere,
            @Context HttpHeaders headers) {
        return sessions.require(headers)
                .invoke(who -> Forms.requireToken(who, csrf))
                .call(who -> access.signedOut(who.workspace(), who.subject(), !everywhere.isEmpty()))
                .chain(who -> everywhere.isEmpty() ? sessions.end(cookies.session(headers)) : sessions.endAll(who))
                .map(ignored -> Response.seeOther(URI.create("/signin"))
                        .cookie(cookies.end())
                        .header("Clear-Site-Data", "\"cache\", \"storage\"")
                        .build());
    }

    /** The reviewer saw the suggestion of a pause. */
    @POST
    @Path("pause")
    public Uni<Response> pause(
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("to") @DefaultValue("") String to,
            @Context HttpHeaders headers) {
        return sessions.require(headers)
                .invoke(who -> Forms.requireToken(who, csrf))
                .chain(() -> sessions.paused(cookies.session(headers)))
                .map(ignored -> Response.seeOther(URI.create(ReturnTo.of(to))).build());
    }
}
