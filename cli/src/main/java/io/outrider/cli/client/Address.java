package io.outrider.cli.client;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.outrider.cli.output.CliFailure;
import java.util.regex.Pattern;

/** Where a service's gRPC port is, and whether TLS is spoken there. */
public record Address(String host, int port, boolean tls) {

    private static final Pattern FORM = Pattern.compile("(https://)?([A-Za-z0-9.-]+):(\\d{1,5})");

    /** @param text "host:port", or "https://host:port" for TLS */
    public static Address parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new CliFailure("\"" + text + "\" is not an address: write host:port or https://host:port");
        }
        return new Address(match.group(2), Integer.parseInt(match.group(3)), match.group(1) != null);
    }

    ManagedChannel open() {
        var credentials = tls ? TlsChannelCredentials.create() : InsecureChannelCredentials.create();
        return Grpc.newChannelBuilderForAddress(host, port, credentials)
                .maxInboundMessageSize(64 << 20)
                .build();
    }
}
