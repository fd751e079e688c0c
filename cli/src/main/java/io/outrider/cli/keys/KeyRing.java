package io.outrider.cli.keys;

import io.outrider.cli.output.CliFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of one installation, made at its first start and kept: the pair that signs tokens (P-256) and the pair that
 * signs grants (Ed25519). Services get the public halves; only review gets the private half of the grant key.
 */
public final class KeyRing {

    private static final int CALLBACK_BYTES = 32;

    private final Path directory;

    private KeyRing(Path directory) {
        this.directory = directory;
    }

    /** Opens the keys, making those that are missing. */
    public static KeyRing open(Path directory) {
        SecretFiles.directory(directory);
        var ring = new KeyRing(directory);
        try {
            ring.ensure("token", ring.privateTokenKeys(), ring.publicTokenKeys(), true);
            ring.ensure("grant", ring.privateGrantKeys(), ring.publicGrantKeys(), false);
        } catch (JoseException e) {
            throw new CliFailure("The keys in " + directory + " cannot be made: " + e.getMessage(), e);
        }
        return ring;
    }

    public Path publicTokenKeys() {
        return directory.resolve("token-keys.public.json");
    }

    public Path privateGrantKeys() {
        return directory.resolve("grant-keys.private.json");
    }

    public Path publicGrantKeys() {
        return directory.resolve("grant-keys.public.json");
    }

    /** A token of role `service` for every workspace, written by the launcher. */
    public Path serviceToken() {
        return directory.resolve("service.jwt");
    }

    /** What callbacks are signed with, in Base64. */
    public String callbackSecret() {
        var file = directory.resolve("callback.secret");
        if (!Files.exists(file)) {
            var random = new byte[CALLBACK_BYTES];
            new SecureRandom().nextBytes(random);
            SecretFiles.write(file, Base64.getEncoder().encodeToString(random));
        }
        return SecretFiles.read(file);
    }

    public Tokens tokens() {
        return new Tokens(readKey(privateTokenKeys()));
    }

    private Path privateTokenKeys() {
        return directory.resolve("token-keys.private.json");
    }

    private void ensure(String use, Path privateFile, Path publicFile, boolean curve) throws JoseException {
        if (Files.exists(privateFile) && Files.exists(publicFile)) {
            return;
        }
        var key = Files.exists(privateFile) ? readKey(privateFile) : newKey(use, curve);
        SecretFiles.write(privateFile, new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE));
        SecretFiles.write(publicFile, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static PublicJsonWebKey newKey(String use, boolean curve) throws JoseException {
        var key = curve
                ? EcJwkGenerator.generateJwk(EllipticCurves.P256)
                : OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        key.setKeyId(use + "-" + randomHex(8));
        key.setUse("sig");
        key.setAlgorithm(curve ? "ES256" : "EdDSA");
        return key;
    }

    private static PublicJsonWebKey readKey(Path file) {
        try {
            return (PublicJsonWebKey)
                    new JsonWebKeySet(SecretFiles.read(file)).getJsonWebKeys().getFirst();
        } catch (JoseException e) {
            throw new CliFailure(file + " holds no key that can be read; delete it to have a new one made", e);
        }
    }

    /** Twice as many characters as bytes. */
    public static String randomHex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
