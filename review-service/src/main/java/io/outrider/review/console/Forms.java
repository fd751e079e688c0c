package io.outrider.review.console;

import io.outrider.kit.error.PermissionDenied;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What a form must bring to be one of ours. */
final class Forms {

    private static final Set<String> OWN = Set.of("", "same-origin", "none");

    private static final Pattern BATCH = Pattern.compile("bat_[0-9a-f]{32}");

    private Forms() {}

    /** Empty where it is not there. */
    static String text(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    /** The batch that a reader came from; empty where that is none. */
    static String batch(String id) {
        return BATCH.matcher(id).matches() ? id : "";
    }

    static void requireToken(Session session, String csrf) {
        var expected = session.csrf().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, csrf.getBytes(StandardCharsets.UTF_8))) {
            throw new PermissionDenied("The form is not from your session. Open the page again");
        }
    }

    /** @param site the header Sec-Fetch-Site, which every current browser sends and no page can set */
    static void requireOwn(String site) {
        if (!OWN.contains(site)) {
            throw new PermissionDenied("The form is from another site");
        }
    }
}
