package io.outrider.kit.grant;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Where the public keys of the gate are found. */
public final class GrantKeys {

    /** How long keys that were read once are believed while the gate is down. */
    private static final Duration KEPT_WHILE_DOWN = Duration.ofHours(24);

    private GrantKeys() {}

    /**
     * @param location {@code file:}, {@code http:} or {@code https:} of a JWK set. Over HTTP keys are fetched on first use and
     *     again when a grant names one that is not known, with blocking calls; a file is read again when it changes
     */
    public static VerificationKeyResolver at(URI location) {
        return switch (String.valueOf(location.getScheme())) {
            case "http", "https" -> published(location);
            case "file" -> new FileKeys(Path.of(location));
            default ->
                throw new IllegalArgumentException("Grant keys must be a file:, http: or https: URI: " + location);
        };
    }

    /** @param jwks a JWK set as JSON. */
    public static VerificationKeyResolver in(String jwks) {
        try {
            return new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys());
        } catch (JoseException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
    }

    private static VerificationKeyResolver published(URI location) {
        var jwks = new HttpsJwks(location.toString());
        jwks.setRetainCacheOnErrorDuration(KEPT_WHILE_DOWN.toSeconds());
        return new HttpsJwksVerificationKeyResolver(jwks);
    }
}
