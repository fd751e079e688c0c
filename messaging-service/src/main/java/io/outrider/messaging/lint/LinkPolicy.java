package io.outrider.messaging.lint;

import io.outrider.messaging.material.Material;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a message may link to.
 *
 * @param hosts the vendor's own and those it allows; their subdomains too
 * @param accountDomain the reader's own domain, which may be named but not linked into
 * @param senderEmail the one mailbox that may be named; empty for none
 */
record LinkPolicy(Set<String> hosts, String accountDomain, String senderEmail) {

    static LinkPolicy of(Material material) {
        var vendor = material.vendor();
        var hosts = Stream.concat(Stream.of(vendor.domain()), vendor.allowedLinkHosts().stream())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new LinkPolicy(
                hosts,
                material.account().domain().toLowerCase(Locale.ROOT),
                vendor.senderEmail().toLowerCase(Locale.ROOT));
    }

    /** Why the host may not be linked to; empty where it may. */
    String problem(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (!lower.chars().allMatch(c -> c <= 0x7E) || lower.startsWith("xn--") || lower.contains(".xn--")) {
            return "the host is written in letters that can be mistaken: " + ascii(lower);
        }
        boolean allowed = hosts.stream().anyMatch(known -> lower.equals(known) || lower.endsWith("." + known));
        return allowed
                ? ""
                : "links may only go to "
                        + String.join(", ", hosts.stream().sorted().toList());
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return "not a host name";
        }
    }
}
