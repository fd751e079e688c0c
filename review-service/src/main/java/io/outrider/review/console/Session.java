package io.outrider.review.console;

import io.outrider.kit.error.PermissionDenied;
import io.outrider.type.v1.Role;
import java.util.Set;

/**
 * Somebody who is signed in.
 *
 * @param csrf what every form must bring back
 * @param busyMinutes how long this person has reviewed without a pause
 */
record Session(String subject, String workspace, String csrf, Set<Role> roles, long busyMinutes) {

    private static final long TIRED = 25;

    Session {
        roles = Set.copyOf(roles);
    }

    Session busy(long minutes) {
        return new Session(subject, workspace, csrf, roles, minutes);
    }

    public boolean reviewer() {
        return roles.contains(Role.ROLE_REVIEWER);
    }

    public boolean admin() {
        return roles.contains(Role.ROLE_ADMIN);
    }

    /** Whether it is time to suggest a pause: judgement gets worse before anybody notices. */
    public boolean tired() {
        return busyMinutes >= TIRED;
    }

    /** @throws PermissionDenied unless this person may decide */
    Session requireReviewer() {
        if (!reviewer()) {
            throw new PermissionDenied("Only a reviewer decides");
        }
        return this;
    }

    /** @throws PermissionDenied unless this person may change policy */
    Session requireAdmin() {
        if (!admin()) {
            throw new PermissionDenied("Only an admin changes what is allowed");
        }
        return this;
    }
}
