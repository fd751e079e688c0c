package io.outrider.review.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing in and out. Opening a link only shows a button: what fetches links ahead does not use them up. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    private final Sessions sessions;
    private final ConsoleConfig config;
    private final Template page;

    SignInResource(Sessions sessions, ConsoleConfig config, @Location("console/signin") Template page) {
        this.sessions = sessions;
        this.config = config;
        this.page = page;
    }

    @GET
    @Path("signin")
    public Uni<String> form(@QueryParam("code") @DefaultValue("") String code) {
        return page.data("code", code).createUni();
    }

    @POST
    @Path("signin")
    public Uni<Response> signIn(
            @FormParam("code") @DefaultValue("") String code,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site) {
        Forms.requireOwn(site);
        return sessions.redeem(code)
                .map(token -> Response.seeOther(URI.create("/"))
                        .cookie(cookie(token, -1))
                        .build());
    }

    @POST
    @Path("signout")
    public Uni<Response> signOut(
            @CookieParam(Forms.COOKIE) @DefaultValue("") String token,
            @FormParam("csrf") @DefaultValue("") String csrf) {
        return sessions.require(token)
                .invoke(session -> Forms.requireToken(session, csrf))
                .chain(() -> sessions.end(token))
                .map(ignored -> Response.seeOther(URI.create("/signin"))
                        .cookie(cookie("", 0))
                        .build());
    }

    /** @param maxAge in seconds; -1 until the browser closes */
    private NewCookie cookie(String token, int maxAge) {
        return new NewCookie.Builder(Forms.COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(config.https())
                .sameSite(SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }
}
