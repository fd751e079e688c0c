package io.outrider.kit.test;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.outrider.type.v1.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An identity provider for tests: one key, any token. */
public final class TestTokens {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> WORKSPACE =
            Metadata.Key.of("x-outrider-workspace", Metadata.ASCII_STRING_MARSHALLER);

    private final EllipticCurveJsonWebKey key;

    private TestTokens(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    public static TestTokens create() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test");
            return new TestTokens(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys, as a JWK set in JSON. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String token(String subject, String workspace, Role... roles) {
        return token(subject, workspace, Instant.now().plus(Duration.ofHours(1)), roles);
    }

    public String token(String subject, String workspace, Instant expiry, Role... roles) {
        var claims = new JwtClaims();
        claims.setIssuer("outrider");
        claims.setAudience("outrider");
        claims.setSubject(subject);
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setStringClaim("workspace", workspace);
        claims.setStringListClaim(
                "roles",
                Arrays.stream(roles)
                        .map(role -> role.name().substring("ROLE_".length()).toLowerCase(Locale.ROOT))
                        .toList());
        return sign(claims);
    }

    /** Credentials for a stub: {@code stub.withCallCredentials(...)}. */
    public CallCredentials as(String subject, String workspace, Role... roles) {
        return bearer(token(subject, workspace, roles), "");
    }

    /** A service's credentials, acting for one workspace. */
    public CallCredentials asServiceFor(String workspace) {
        return bearer(token("orchestrator", "*", Role.ROLE_SERVICE), workspace);
    }

    /** @param workspace sent as x-outrider-workspace; empty for none */
    public static CallCredentials bearer(String token, String workspace) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
                var headers = new Metadata();
                headers.put(AUTHORIZATION, "Bearer " + token);
                if (!workspace.isEmpty()) {
                    headers.put(WORKSPACE, workspace);
                }
                applier.apply(headers);
            }
        };
    }

    private String sign(JwtClaims claims) {
        try {
            var jws = new JsonWebSignature();
            jws.setPayload(claims.toJson());
            jws.setKey(key.getPrivateKey());
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
