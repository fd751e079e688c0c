package io.outrider.review.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key that grants and checkpoints are signed with. Further keys of the file are only published, so that what they signed stays
 * valid while keys rotate: the first one signs.
 */
@ApplicationScoped
public class GrantKey {

    private final List<OctetKeyPairJsonWebKey> keys;

    @Inject
    GrantKey(GrantConfig config) {
        this(read(config.keyFile()), config.keyFile().toString());
    }

    private GrantKey(String jwks, String from) {
        try {
            keys = new JsonWebKeySet(jwks)
                    .getJsonWebKeys().stream()
                            .filter(OctetKeyPairJsonWebKey.class::isInstance)
                            .map(OctetKeyPairJsonWebKey.class::cast)
                            .filter(key -> OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(key.getSubtype()))
                            .toList();
        } catch (JoseException e) {
            throw new IllegalStateException("outrider.grant.key-file: no JWK set in " + from, e);
        }
        if (keys.isEmpty()
                || keys.getFirst().getKeyId() == null
                || keys.getFirst().getPrivateKey() == null) {
            throw new IllegalStateException(
                    "outrider.grant.key-file: " + from + " must begin with a private Ed25519 key that has a kid");
        }
    }

    /** @param jwks a JWK set as JSON, with the private key. */
    static GrantKey of(String jwks) {
        return new GrantKey(jwks, "the text");
    }

    String keyId() {
        return keys.getFirst().getKeyId();
    }

    PrivateKey privateKey() {
        return keys.getFirst().getPrivateKey();
    }

    /** The public keys as a JWK set. */
    public String publicKeys() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("outrider.grant.key-file: cannot read " + file, e);
        }
    }
}
