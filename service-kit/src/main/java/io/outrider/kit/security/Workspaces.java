package io.outrider.kit.security;

import io.outrider.kit.error.Unauthenticated;
import java.util.regex.Pattern;

/** Names of workspaces. */
final class Workspaces {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private Workspaces() {}

    static String valid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Unauthenticated("The workspace must match " + NAME.pattern());
        }
        return name;
    }
}
