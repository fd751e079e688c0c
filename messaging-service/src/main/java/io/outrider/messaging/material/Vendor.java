package io.outrider.messaging.material;

import java.util.List;

/**
 * Who the messages come from. All but the name may be empty.
 *
 * @param allowedLinkHosts hosts that a message may link to, besides the vendor's own domain
 */
public record Vendor(
        String name,
        String domain,
        String senderName,
        String senderTitle,
        String senderEmail,
        String postalAddress,
        List<String> allowedLinkHosts) {

    public Vendor {
        allowedLinkHosts = List.copyOf(allowedLinkHosts);
    }
}
