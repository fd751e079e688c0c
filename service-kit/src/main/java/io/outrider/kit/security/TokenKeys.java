package io.outrider.kit.security;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Finds the key that a token names, in a file or at the identity provider. */
final class TokenKeys {

    private TokenKeys() {}

    static VerificationKeyResolver at(URI location) {
        return switch (String.valueOf(location.getScheme())) {
            case "https" -> new HttpsJwksVerificationKeyResolver(new HttpsJwks(location.toString()));
            case "file" -> inFile(Path.of(location));
            default ->
                throw new IllegalArgumentException("outrider.token.keys must be a file: or https: URI, is " + location);
        };
    }

    private static VerificationKeyResolver inFile(Path file) {
        try {
            return new JwksVerificationKeyResolver(new JsonWebKeySet(Files.readString(file)).getJsonWebKeys());
        } catch (IOException | JoseException e) {
            throw new IllegalArgumentException("outrider.token.keys: cannot read a JWK set from " + file, e);
        }
    }
}
