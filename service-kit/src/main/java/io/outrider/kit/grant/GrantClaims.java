package io.outrider.kit.grant;

import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/**
 * What a grant says: this payload, of this action, of this run, may act once.
 *
 * @param id unique; whoever acts keeps it, so that a grant is used once
 * @param subject the account's domain
 * @param payloadSha256 lower-case hex, over the exact bytes that the connector acts on
 * @param version of the review item that was decided
 * @param approver who granted: people by their subject, joined by a comma, or {@code policy}
 */
public record GrantClaims(
        String id,
        String subject,
        String workspace,
        String actionType,
        String runId,
        String proposalKey,
        String payloadSha256,
        String itemId,
        int version,
        String approver,
        long policyVersion,
        Instant issuedAt,
        Instant expiresAt) {

    /** The {@code iss} of every grant. */
    public static final String ISSUER = "outrider-review";

    /** The {@code aud} of every grant. */
    public static final String AUDIENCE = "outrider-actions";

    /** The JOSE {@code typ}: a grant is never mistaken for a caller's token, or the other way round (RFC 8725, 3.11). */
    public static final String TYPE = "outrider-grant+jwt";

    /** The claims as they are signed. Times are cut to whole seconds. */
    public JwtClaims toJwt() {
        var jwt = new JwtClaims();
        jwt.setJwtId(id);
        jwt.setIssuer(ISSUER);
        jwt.setAudience(AUDIENCE);
        jwt.setSubject(subject);
        jwt.setStringClaim("workspace", workspace);
        jwt.setStringClaim("action_type", actionType);
        jwt.setStringClaim("run", runId);
        jwt.setStringClaim("key", proposalKey);
        jwt.setStringClaim("payload_sha256", payloadSha256);
        jwt.setStringClaim("item", itemId);
        jwt.setClaim("version", version);
        jwt.setStringClaim("approver", approver);
        jwt.setClaim("policy_version", policyVersion);
        jwt.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        jwt.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        return jwt;
    }

    static GrantClaims of(JwtClaims jwt) throws MalformedClaimException {
        return new GrantClaims(
                jwt.getJwtId(),
                jwt.getSubject(),
                text(jwt, "workspace"),
                text(jwt, "action_type"),
                text(jwt, "run"),
                text(jwt, "key"),
                text(jwt, "payload_sha256"),
                text(jwt, "item"),
                Math.toIntExact(number(jwt, "version")),
                text(jwt, "approver"),
                number(jwt, "policy_version"),
                Instant.ofEpochSecond(jwt.getIssuedAt().getValue()),
                Instant.ofEpochSecond(jwt.getExpirationTime().getValue()));
    }

    private static String text(JwtClaims jwt, String claim) throws MalformedClaimException {
        var value = jwt.getStringClaimValue(claim);
        if (value == null) {
            throw new MalformedClaimException("No " + claim);
        }
        return value;
    }

    private static long number(JwtClaims jwt, String claim) throws MalformedClaimException {
        var value = jwt.getClaimValue(claim, Long.class);
        if (value == null) {
            throw new MalformedClaimException("No " + claim);
        }
        return value;
    }
}
