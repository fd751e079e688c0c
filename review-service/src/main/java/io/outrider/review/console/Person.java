package io.outrider.review.console;

import io.outrider.type.v1.Role;
import java.util.Set;

/** Who signs in, as whoever vouches for them says. */
record Person(String subject, String workspace, Set<Role> roles) {
    Person {
        roles = Set.copyOf(roles);
    }
}
