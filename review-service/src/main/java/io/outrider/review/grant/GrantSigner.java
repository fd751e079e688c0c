package io.outrider.review.grant;

import io.outrider.kit.grant.Ed25519;
import io.outrider.kit.grant.GrantClaims;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs what the gate says. */
@ApplicationScoped
public class GrantSigner {

    /** The JOSE {@code typ} of a checkpoint. */
    public static final String CHECKPOINT = "outrider-checkpoint+jwt";

    private final GrantKey key;

    GrantSigner(GrantKey key) {
        this.key = key;
    }

    /** @return compact JWS */
    public String grant(GrantClaims claims) {
        return sign(GrantClaims.TYPE, claims.toJwt().toJson());
    }

    /**
     * @param json what the checkpoint says
     * @return compact JWS of another type than a grant's, so that neither passes for the other
     */
    public String checkpoint(String json) {
        return sign(CHECKPOINT, json);
    }

    private String sign(String type, String json) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        var signing = key.signing();
        jws.setKeyIdHeaderValue(signing.getKeyId());
        jws.setHeader("typ", type);
        jws.setKey(signing.getPrivateKey());
        jws.setProviderContext(Ed25519.provider());
        jws.setPayload(json);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The grant key does not sign", e);
        }
    }
}
