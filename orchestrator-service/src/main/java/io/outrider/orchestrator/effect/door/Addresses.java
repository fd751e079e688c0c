package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.Check;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses and domains as they are kept: in lower case. */
final class Addresses {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*");
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}");

    private Addresses() {}

    /** @throws io.outrider.kit.error.InvalidField where it is neither */
    static String any(String text, String field) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.indexOf('@') >= 0) {
            return email(lower, field);
        }
        Check.that(DOMAIN.matcher(lower).matches(), field, "must be an e-mail address or a domain");
        return lower;
    }

    /** @throws io.outrider.kit.error.InvalidField where it is none */
    static String email(String text, String field) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        var at = lower.lastIndexOf('@');
        Check.that(
                at > 0
                        && LOCAL.matcher(lower.substring(0, at)).matches()
                        && DOMAIN.matcher(lower.substring(at + 1)).matches(),
                field,
                "must be an e-mail address");
        return lower;
    }
}
