package io.outrider.orchestrator.intake;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a caller wrote in a domain column, as the registrable domain it means: "https://www.Acme.com/about" is acme.com. */
final class DomainName {

    /** What came of reading it. */
    sealed interface Parsed {

        /** @param ascii in lower case, at most 253 characters */
        record Registrable(String ascii) implements Parsed {}

        record Missing() implements Parsed {}

        record Invalid(String problem) implements Parsed {}
    }

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MAX_CHARS = 253;

    /** Reserved for documentation (RFC 2606), and where the sandbox's companies live. */
    private static final String EXAMPLE = ".example";

    private DomainName() {}

    static Parsed parse(String written) {
        var text = written.strip();
        if (text.isEmpty()) {
            return new Parsed.Missing();
        }
        var authority = SCHEME.matcher(text).replaceFirst("").split("[/?#\\\\]", 2)[0];
        if (authority.indexOf('@') >= 0) {
            return new Parsed.Invalid("is an email address or names a user; give the domain alone");
        }
        if (authority.indexOf('[') >= 0 || authority.indexOf(':') != authority.lastIndexOf(':')) {
            return new Parsed.Invalid("is an IP address");
        }
        return fromHost(PORT.matcher(authority).replaceFirst(""));
    }

    private static Parsed fromHost(String host) {
        var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (IPV4.matcher(bare).matches()) {
            return new Parsed.Invalid("is an IP address");
        }
        var ascii = toAscii(bare);
        if (ascii.isEmpty() || !hasGoodLabels(ascii)) {
            return new Parsed.Invalid("is not a domain name");
        }
        if (ascii.length() > MAX_CHARS) {
            return new Parsed.Invalid("is longer than " + MAX_CHARS + " characters");
        }
        if (ascii.indexOf('.') < 0) {
            return new Parsed.Invalid("is a single word; a domain has a dot, such as \"acme.com\"");
        }
        return registrable(ascii);
    }

    private static Parsed registrable(String ascii) {
        if (ascii.endsWith(EXAMPLE)) {
            var labels = ascii.substring(0, ascii.length() - EXAMPLE.length());
            return new Parsed.Registrable(labels.substring(labels.lastIndexOf('.') + 1) + EXAMPLE);
        }
        var assigned = EffectiveTldFinder.getAssignedDomain(ascii, true, false);
        return assigned == null
                ? new Parsed.Invalid("does not end in a known public suffix, or is one itself")
                : new Parsed.Registrable(assigned);
    }

    /** Empty where the name cannot be written in ASCII. */
    static String toAscii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static boolean hasGoodLabels(String ascii) {
        for (var label : ascii.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
