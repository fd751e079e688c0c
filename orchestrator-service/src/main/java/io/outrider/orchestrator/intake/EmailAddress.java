package io.outrider.orchestrator.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address a message could be sent to. Stricter than RFC 5322: what mailboxes in use look like. */
final class EmailAddress {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int MAX_LOCAL = 64;
    private static final int MAX = 254;

    private EmailAddress() {}

    /** In lower case, its host in ASCII; empty where it is no address. */
    static String normalise(String written) {
        var text = written.strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return "";
        }
        var host = DomainName.toAscii(text.substring(at + 1));
        if (host.indexOf('.') < 0 || !DomainName.hasGoodLabels(host)) {
            return "";
        }
        var address = text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + host;
        return address.length() > MAX ? "" : address;
    }
}
