package io.outrider.orchestrator.rest;

import io.outrider.kit.error.PermissionDenied;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.security.Caller;
import io.outrider.kit.security.TokenVerifier;
import io.outrider.orchestrator.v1.RunServiceProto;
import io.outrider.type.v1.AccessProto;
import io.outrider.type.v1.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a REST call through as the gRPC door does: by token, by the contract's roles, at the workspace's pace. */
@Provider
class CallerFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final RestCaller current;
    private final CallLimit limit;

    @Context
    @Nullable
    ResourceInfo resource;

    CallerFilter(TokenVerifier tokens, RestCaller current, CallLimit limit) {
        this.tokens = tokens;
        this.current = current;
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var caller = verified(request);
        if (!caller.hasAny(allowed())) {
            throw new PermissionDenied("The token holds no role that may do this");
        }
        if (caller.workspace().equals(Caller.EVERY_WORKSPACE)) {
            throw new PermissionDenied("Name the workspace in X-Outrider-Workspace");
        }
        limit.check(caller.workspace());
        current.set(caller);
    }

    private Caller verified(ContainerRequestContext request) {
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Unauthenticated("A bearer token is required");
        }
        var workspace = request.getHeaderString("X-Outrider-Workspace");
        return tokens.verify(authorization.substring(BEARER.length())).actingFor(workspace == null ? "" : workspace);
    }

    private List<Role> allowed() {
        var allowed = resource == null ? null : resource.getResourceMethod().getAnnotation(Allowed.class);
        return allowed == null
                ? List.of()
                : RunServiceProto.getDescriptor()
                        .findServiceByName("RunService")
                        .findMethodByName(allowed.asIn())
                        .getOptions()
                        .getExtension(AccessProto.allow);
    }
}
