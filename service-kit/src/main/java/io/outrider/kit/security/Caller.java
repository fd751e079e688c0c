package io.outrider.kit.security;

import io.grpc.Context;
import io.outrider.kit.error.PermissionDenied;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.type.v1.Role;
import java.util.Collection;
import java.util.Set;

/**
 * Who calls, for which workspace, and what they may do: all from the verified token.
 *
 * @param workspace {@link #EVERY_WORKSPACE} for a service that has not named one
 */
public record Caller(String subject, String workspace, Set<Role> roles) {

    /** A service's token is for every workspace; each call names the one it is for. */
    public static final String EVERY_WORKSPACE = "*";

    static final Context.Key<Caller> KEY = Context.key("outrider-caller");

    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * The caller of the gRPC method that runs now. Read it at the method's entry, before the first asynchronous step: the
     * gRPC context does not follow a Uni.
     */
    public static Caller current() {
        var caller = KEY.get();
        if (caller == null) {
            throw new Unauthenticated("A bearer token is required");
        }
        return caller;
    }

    public boolean hasAny(Collection<Role> allowed) {
        return allowed.stream().anyMatch(roles::contains);
    }

    /** This caller, acting for one workspace. Only a service for every workspace may choose; others have theirs. */
    public Caller actingFor(String named) {
        if (named.isEmpty() || named.equals(workspace)) {
            return this;
        }
        if (!workspace.equals(EVERY_WORKSPACE) || !roles.contains(Role.ROLE_SERVICE)) {
            throw new PermissionDenied("The token is for another workspace");
        }
        return new Caller(subject, Workspaces.valid(named), roles);
    }
}
