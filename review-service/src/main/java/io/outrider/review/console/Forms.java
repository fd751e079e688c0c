package io.outrider.review.console;

import io.outrider.kit.error.PermissionDenied;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** What a form must bring to be one of ours. */
final class Forms {

    private static final Set<String> OWN = Set.of("", "same-origin", "none");

    private Forms() {}

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
