package io.outrider.kit.security;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.id.Sha256;
import io.outrider.type.v1.Role;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Turns a bearer token (RFC 9068 style JWT) into a {@link Caller}, or refuses it. A verified token is remembered until it
 * expires, at most {@link #REMEMBERED}: the signature is the expensive part of a call.
 */
@ApplicationScoped
public class TokenVerifier {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final TokenConfig config;
    private final Clock clock;
    private final JwtConsumer consumer;
    private final Cache<String, Verified> verified;

    TokenVerifier(TokenConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.consumer = consumer(config);
        this.verified = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /**
     * @param token compact JWS, without "Bearer "
     * @throws Unauthenticated where the token is not one of ours, not for us, or expired
     */
    public Caller verify(String token) {
        var hash = Sha256.hex(token);
        var known = verified.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.expiry())) {
            return known.caller();
        }
        var fresh = check(token);
        verified.put(hash, fresh);
        return fresh.caller();
    }

    private Verified check(String token) {
        try {
            var claims = consumer.processToClaims(token);
            return new Verified(callerOf(claims), instantOf(claims.getExpirationTime()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            Log.debug("Token refused", e);
            throw new Unauthenticated("The bearer token is not valid here");
        }
    }

    private Caller callerOf(JwtClaims claims) throws MalformedClaimException {
        var roles = rolesOf(claims.getStringListClaimValue(config.rolesClaim()));
        var workspace = claims.getStringClaimValue(config.workspaceClaim());
        if (workspace == null) {
            throw new Unauthenticated("The bearer token names no workspace");
        }
        var everywhere = workspace.equals(Caller.EVERY_WORKSPACE) && roles.contains(Role.ROLE_SERVICE);
        return new Caller(claims.getSubject(), everywhere ? workspace : Workspaces.valid(workspace), roles);
    }

    /** Unknown roles are another system's and are passed over. */
    private static Set<Role> rolesOf(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (role != Role.UNRECOGNIZED
                    && role != Role.ROLE_UNSPECIFIED
                    && names.contains(role.name().substring("ROLE_".length()).toLowerCase(Locale.ROOT))) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Instant instantOf(NumericDate date) {
        return Instant.ofEpochSecond(date.getValue());
    }

    private static JwtConsumer consumer(TokenConfig config) {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(config.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds())
                .setVerificationKeyResolver(TokenKeys.at(config.keys()))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, RSA_USING_SHA256, ECDSA_USING_P256_CURVE_AND_SHA256, EDDSA)
                .build();
    }

    private record Verified(Caller caller, Instant expiry) {}
}
