package io.outrider.review.console;

import io.outrider.type.v1.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that the console knows. Others are another door's and are passed over. */
final class Roles {

    static final List<Role> KNOWN = List.of(Role.ROLE_REVIEWER, Role.ROLE_ADMIN);

    private static final String PREFIX = "ROLE_";

    private Roles() {}

    /** @param names lower-case, as tokens have them */
    static Set<Role> of(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        KNOWN.stream().filter(role -> names.contains(name(role))).forEach(roles::add);
        return roles;
    }

    static Set<Role> parse(String text) {
        return of(List.of(text.split(",", -1)));
    }

    static String text(Collection<Role> roles) {
        return KNOWN.stream().filter(roles::contains).map(Roles::name).collect(Collectors.joining(","));
    }

    private static String name(Role role) {
        return role.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }
}
