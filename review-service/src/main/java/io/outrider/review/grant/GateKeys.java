package io.outrider.review.grant;

import io.outrider.kit.grant.Ed25519;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The gate's Ed25519 keys by their ids. The first one signs; what the others signed stays valid while keys rotate. */
public final class GateKeys {

    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private final List<OctetKeyPairJsonWebKey> keys;

    private GateKeys(List<OctetKeyPairJsonWebKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param jwks a JWK set as JSON; keys of other kinds are left out
     * @throws IllegalArgumentException where it is none, or two of its keys have one id
     */
    public static GateKeys of(String jwks) {
        try {
            var keys = new JsonWebKeySet(jwks)
                    .getJsonWebKeys().stream()
                            .filter(OctetKeyPairJsonWebKey.class::isInstance)
                            .map(OctetKeyPairJsonWebKey.class::cast)
                            .filter(key -> OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(key.getSubtype()))
                            .filter(key -> key.getKeyId() != null)
                            .toList();
            if (keys.stream().map(OctetKeyPairJsonWebKey::getKeyId).distinct().count() < keys.size()) {
                throw new IllegalArgumentException("Two keys have the same kid");
            }
            return new GateKeys(keys);
        } catch (JoseException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
    }

    /** The key that signs. Empty where the first one is only public, or there is none. */
    Optional<OctetKeyPairJsonWebKey> signing() {
        return keys.stream().findFirst().filter(key -> key.getPrivateKey() != null);
    }

    /** The public keys as a JWK set. */
    String published() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * @param type the JOSE {@code typ} that it must have
     * @return what one of these keys signed; empty where none did
     */
    public Optional<String> open(String jws, String type) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            signature.setProviderContext(Ed25519.provider());
            signature.setCompactSerialization(jws);
            var key = keys.stream()
                    .filter(k -> k.getKeyId().equals(signature.getKeyIdHeaderValue()))
                    .findFirst();
            if (key.isEmpty() || !type.equals(signature.getHeader("typ")) || !onlyKnownHeaders(signature)) {
                return Optional.empty();
            }
            signature.setKey(key.get().getPublicKey());
            return signature.verifySignature() ? Optional.of(signature.getPayload()) : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static boolean onlyKnownHeaders(JsonWebSignature signature) throws JoseException {
        return HEADERS.containsAll(
                org.jose4j.json.JsonUtil.parseJson(signature.getHeaders().getFullHeaderAsJsonString())
                        .keySet());
    }
}
