package io.outrider.orchestrator.connector.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links by which a person takes an address off, without a login (RFC 8058). A link names whom it is for and is signed, so
 * that nobody makes one for somebody else. It does not run out: who keeps an old mail may still want no more.
 */
public final class UnsubscribeLinks {

    /** At least as long as what the signature is of: SHA-256. */
    private static final int SHORTEST_SECRET = 32;

    private static final int SIGNATURE = 32;
    private static final int LONGEST = 1_000;

    /** Whose mails: never in an address, nor in a workspace. */
    private static final char BETWEEN = '\n';

    private final byte[] secret;

    /** @throws IllegalArgumentException where the secret is too short to sign with */
    public UnsubscribeLinks(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("The secret of unsubscribe links must have 32 bytes or more");
        }
        this.secret = secret.clone();
    }

    /** Who wants no more, of whom. */
    public record Whom(String workspace, String email) {}

    /** Fit for a path. */
    public String token(Whom whom) {
        var named = (whom.workspace() + BETWEEN + whom.email()).getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(signature(named), SIGNATURE + named.length);
        System.arraycopy(named, 0, signed, SIGNATURE, named.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Empty where we did not make the token. */
    public Optional<Whom> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length <= SIGNATURE) {
            return Optional.empty();
        }
        var named = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
        return MessageDigest.isEqual(Arrays.copyOf(signed, SIGNATURE), signature(named))
                ? whom(new String(named, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<Whom> whom(String named) {
        var between = named.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : Optional.of(new Whom(named.substring(0, between), named.substring(between + 1)));
    }

    private byte[] signature(byte[] named) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(named);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
