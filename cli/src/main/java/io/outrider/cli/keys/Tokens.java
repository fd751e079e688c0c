package io.outrider.cli.keys;

import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Mints tokens as an identity provider would, for one machine. */
public final class Tokens {

    private static final String ISSUER = "outrider";
    private static final String AUDIENCE = "outrider";

    private final PublicJsonWebKey key;

    Tokens(PublicJsonWebKey key) {
        this.key = key;
    }

    /**
     * @param roles lower-case names, for example "reviewer"
     * @return compact JWS
     */
    public String mint(String subject, String workspace, List<String> roles, Duration lifetime) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(lifetime.toSeconds() / 60f);
        claims.setGeneratedJwtId();
        claims.setStringClaim("workspace", workspace);
        claims.setStringListClaim("roles", roles);
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token key cannot sign", e);
        }
    }
}
