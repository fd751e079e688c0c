package io.outrider.research.crawl;

import io.outrider.kit.net.AddressGuard;
import io.outrider.kit.net.Dns;
import io.outrider.kit.net.HostOverrides;
import java.net.URI;
import java.net.UnknownHostException;

/** Decides whether a url may be connected to, and where. Asked for every request and every hop of a redirect. */
final class TargetCheck {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Dns dns;
    private final HostOverrides overrides;

    TargetCheck(Dns dns, HostOverrides overrides) {
        this.dns = dns;
        this.overrides = overrides;
    }

    Target check(URI url) throws Refused {
        var tls = "https".equals(url.getScheme());
        if (!tls && !"http".equals(url.getScheme())) {
            throw new Refused(Refused.Kind.GUARD, "scheme is neither http nor https");
        }
        var host = url.getHost();
        if (host == null || url.getRawUserInfo() != null) {
            throw new Refused(Refused.Kind.GUARD, "not a plain web address");
        }
        var port = url.getPort() == -1 ? (tls ? HTTPS : HTTP) : url.getPort();
        if (port != (tls ? HTTPS : HTTP)) {
            throw new Refused(Refused.Kind.GUARD, "port " + port + " is not allowed");
        }
        var override = overrides.of(host);
        if (override.isPresent()) {
            return new Target(url, host, override.get().host(), override.get().port(), false);
        }
        return new Target(url, host, publicAddress(host), port, tls);
    }

    /** One address that is not public condemns the host: such a mixed answer is how rebinding begins. */
    private String publicAddress(String host) throws Refused {
        try {
            var addresses = dns.resolve(host);
            for (var address : addresses) {
                var refusal = AddressGuard.refusal(address);
                if (refusal.isPresent()) {
                    throw new Refused(Refused.Kind.GUARD, refusal.get());
                }
            }
            if (!addresses.isEmpty()) {
                return addresses.getFirst().getHostAddress();
            }
        } catch (UnknownHostException e) {
            // Said below: a host without addresses is the same to us.
        }
        throw new Refused(Refused.Kind.CONNECT, "host is unknown");
    }
}
