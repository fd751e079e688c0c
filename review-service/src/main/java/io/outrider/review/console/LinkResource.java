package io.outrider.review.console;

import io.outrider.kit.error.PermissionDenied;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.security.Caller;
import io.outrider.kit.security.TokenVerifier;
import io.outrider.review.audit.RecordAccess;
import io.outrider.review.policy.Policies;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Turns a reviewer's token into a link that signs them in to the console, once. */
@Path("/signin/links")
class LinkResource {

    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final Links links;
    private final Policies policies;
    private final RecordAccess access;

    LinkResource(TokenVerifier tokens, Links links, Policies policies, RecordAccess access) {
        this.policies = policies;
        this.access = access;
        this.tokens = tokens;
        this.links = links;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Link> link(@HeaderParam("Authorization") @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Unauthenticated("A bearer token is required");
        }
        var caller = tokens.verify(authorization.substring(BEARER.length()));
        if (!caller.hasAny(Roles.KNOWN) || caller.workspace().equals(Caller.EVERY_WORKSPACE)) {
            throw new PermissionDenied("Only a reviewer or an admin of one workspace can sign in");
        }
        return policies.newest(caller.workspace())
                .chain(() -> access.linkMade(caller.workspace(), caller.subject()))
                .chain(() -> links.add(new Person(caller.subject(), caller.workspace(), caller.roles())))
                .map(code -> new Link("/signin?code=" + code));
    }

    /** @param url relative to the console */
    @RegisterForReflection
    record Link(String url) {}
}
