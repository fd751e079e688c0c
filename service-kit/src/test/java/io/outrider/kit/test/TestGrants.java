package io.outrider.kit.test;

import io.outrider.kit.grant.GrantClaims;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A gate of the tests' own: one Ed25519 key that signs whatever a test wants. */
public final class TestGrants {

    private final OctetKeyPairJsonWebKey key;

    public TestGrants(String kid) {
        try {
            key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys, as the gate publishes them. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The private key, as the gate keeps it. */
    public String privateJwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    public String sign(GrantClaims claims) {
        return sign(claims.toJwt().toJson(), jws -> {});
    }

    /** @param change what a forger does to the JWS before it is signed. */
    public String sign(String claims, Consumer<JsonWebSignature> change) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", GrantClaims.TYPE);
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims);
        change.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
