package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.InvalidField.Violation;
import io.outrider.kit.net.AddressGuard;
import io.outrider.kit.net.Dns;
import io.outrider.kit.net.HostOverrides;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where a callback may go. Asked when it is named and again before every delivery; the address that was checked is the one
 * that is connected to, so that a second answer of DNS cannot lead elsewhere.
 */
final class CallbackTargets {

    /** The one reason that may pass by itself. */
    static final String UNKNOWN_HOST = "CALLBACK_HOST_UNKNOWN";

    private static final String FIELD = "callback_url";
    private static final int LONGEST = 2_000;

    private final Dns dns;
    private final HostOverrides overrides;

    CallbackTargets(Dns dns, HostOverrides overrides) {
        this.dns = dns;
        this.overrides = overrides;
    }

    /**
     * May block the calling virtual thread.
     *
     * @throws InvalidField where it may not be called
     */
    Target check(String callbackUrl) {
        var url = parse(callbackUrl);
        var tls = "https".equalsIgnoreCase(url.getScheme());
        if (!tls && !"http".equalsIgnoreCase(url.getScheme())) {
            throw refused("must begin with https:// or http://");
        }
        var host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refused("must be a plain web address, without a login or a fragment");
        }
        var port = url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort();
        var override = overrides.of(host);
        return override.map(over -> new Target(url, host, over.host(), over.port(), false))
                .orElseGet(() -> new Target(url, host, publicAddress(host), port, tls));
    }

    /** One address that is not public condemns the host: such a mixed answer is how rebinding begins. */
    private String publicAddress(String host) {
        List<InetAddress> addresses;
        try {
            addresses = dns.resolve(bare(host));
        } catch (UnknownHostException e) {
            addresses = List.of();
        }
        if (addresses.isEmpty()) {
            throw new InvalidField(UNKNOWN_HOST, List.of(new Violation(FIELD, "names a host that is not known")));
        }
        addresses.forEach(address -> AddressGuard.refusal(address).ifPresent(reason -> {
            throw refused("leads to a " + reason);
        }));
        return addresses.getFirst().getHostAddress();
    }

    /** Without the brackets around an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static URI parse(String text) {
        try {
            if (text.length() <= LONGEST) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            throw refused("is not a web address");
        }
        throw refused("must be at most " + LONGEST + " characters");
    }

    private static InvalidField refused(String problem) {
        return new InvalidField(FIELD, problem);
    }

    /** @param address an IP address, or the host of an override */
    record Target(URI url, String host, String address, int port, boolean tls) {

        String pathAndQuery() {
            var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + '?' + url.getRawQuery();
        }
    }
}
