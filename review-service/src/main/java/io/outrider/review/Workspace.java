package io.outrider.review;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.security.Caller;

/** The one workspace that a call is for. */
final class Workspace {

    private Workspace() {}

    /** @throws InvalidField where a service for all workspaces has not named one */
    static String ofCaller() {
        var workspace = Caller.current().workspace();
        if (workspace.equals(Caller.EVERY_WORKSPACE)) {
            throw new InvalidField("x-outrider-workspace", "must name a workspace");
        }
        return workspace;
    }
}
