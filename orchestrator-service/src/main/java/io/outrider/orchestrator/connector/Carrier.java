package io.outrider.orchestrator.connector;

import io.outrider.kit.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * A connector, and what its provider counts its calls by.
 *
 * @param limit the vendor with the credential, unreadable: connectors that share a token share their limit
 * @param perMinute how many effects we let it have; empty where the provider says what is left
 */
record Carrier(Connector connector, String limit, OptionalInt perMinute) {

    private static final int ENOUGH = 16;

    Carrier(Connector connector, String limit) {
        this(connector, limit, OptionalInt.empty());
    }

    /** @param secret a token, or an address that is one */
    static String limit(String vendor, String secret) {
        return vendor + ":"
                + Sha256.hex(secret.getBytes(StandardCharsets.UTF_8)).substring(0, ENOUGH);
    }
}
