package io.outrider.kit.grant;

import io.outrider.kit.grant.GrantRejected.Why;
import io.outrider.kit.id.Sha256;
import java.security.Key;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Says whether a grant carries an action. Pins the algorithm (EdDSA over Ed25519), the key id, issuer, audience and type, then
 * compares every claim with what is about to be done. That a grant acts only once is not checked here: whoever acts keeps
 * {@link GrantClaims#id()} under a unique key.
 */
public final class GrantVerifier {

    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private final VerificationKeyResolver keys;
    private final Clock clock;

    public GrantVerifier(VerificationKeyResolver keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * May block to fetch keys.
     *
     * @param jws the grant as review-service signed it
     * @throws GrantRejected with the first thing that does not hold
     */
    public GrantClaims verify(String jws, GrantUse use) {
        requireCanonicalSignature(jws);
        var claims = signed(jws);
        require(claims.workspace().equals(use.workspace()), Why.OTHER_WORKSPACE);
        require(claims.actionType().equals(use.actionType()), Why.OTHER_ACTION);
        require(claims.runId().equals(use.runId()) && claims.proposalKey().equals(use.proposalKey()), Why.OTHER_RUN);
        require(claims.payloadSha256().equals(Sha256.hex(use.payload())), Why.OTHER_PAYLOAD);
        return claims;
    }

    private GrantClaims signed(String jws) {
        try {
            return GrantClaims.of(consumer().processToClaims(jws));
        } catch (InvalidJwtException e) {
            throw new GrantRejected(
                    e.hasExpired() ? Why.EXPIRED : Why.NOT_SIGNED_BY_THE_GATE, "The grant is not valid");
        } catch (MalformedClaimException | ArithmeticException | NullPointerException e) {
            throw new GrantRejected(Why.MALFORMED, "The grant lacks a claim");
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setJwsProviderContext(Ed25519.provider())
                .setVerificationKeyResolver(this::keyFor)
                .setExpectedIssuer(GrantClaims.ISSUER)
                .setExpectedAudience(GrantClaims.AUDIENCE)
                .setExpectedType(true, GrantClaims.TYPE)
                .setRequireJwtId()
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key keyFor(JsonWebSignature jws, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (jws.getKeyIdHeaderValue() == null) {
            throw new UnresolvableKeyException("A grant names its key");
        }
        if (!HEADERS.containsAll(headerNames(jws))) {
            throw new UnresolvableKeyException("A grant has no other headers than " + HEADERS);
        }
        var key = keys.resolveKey(jws, nesting);
        if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            return key;
        }
        throw new UnresolvableKeyException("A grant's key is Ed25519");
    }

    private static Set<String> headerNames(JsonWebSignature jws) throws UnresolvableKeyException {
        try {
            return JsonUtil.parseJson(jws.getHeaders().getFullHeaderAsJsonString())
                    .keySet();
        } catch (JoseException e) {
            throw new UnresolvableKeyException("A grant's header is JSON", e);
        }
    }

    /** Base64 has spare bits at its end: without this check one signature would have several spellings. */
    private static void requireCanonicalSignature(String jws) {
        var last = jws.lastIndexOf('.') + 1;
        var signature = jws.substring(last);
        try {
            var bytes = Base64.getUrlDecoder().decode(signature);
            require(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(signature),
                    Why.MALFORMED);
        } catch (IllegalArgumentException e) {
            throw new GrantRejected(Why.MALFORMED, "The grant is not a compact JWS");
        }
    }

    private static void require(boolean holds, Why otherwise) {
        if (!holds) {
            throw new GrantRejected(otherwise, "The grant is for something else");
        }
    }
}
