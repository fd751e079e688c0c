package io.outrider.review.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/**
 * The keys that grants and checkpoints are signed with, from a file that is read again when it changes: put a new key first, keep
 * the old one (its public half is enough) until its last grant has expired. A changed file that cannot be used is told in the log
 * and the keys stay as they were.
 */
@ApplicationScoped
public class GrantKey {

    private static final Logger LOG = Logger.getLogger(GrantKey.class);

    private final Path file;
    private volatile Loaded loaded;

    @Inject
    GrantKey(GrantConfig config) {
        this(config.keyFile());
    }

    GrantKey(Path file) {
        this.file = file;
        this.loaded = load(file);
    }

    OctetKeyPairJsonWebKey signing() {
        return keys().signing().orElseThrow();
    }

    /** The public keys as a JWK set. */
    public String publicKeys() {
        return keys().published();
    }

    /** See {@link GateKeys#open}. */
    public Optional<String> open(String jws, String type) {
        return keys().open(jws, type);
    }

    private GateKeys keys() {
        try {
            if (!Files.getLastModifiedTime(file).equals(loaded.changed())) {
                loaded = load(file);
                LOG.info("Read the grant keys again");
            }
        } catch (IOException | IllegalStateException e) {
            LOG.errorf("The grant keys changed and cannot be read: those that were read before stay in use: %s", e);
        }
        return loaded.keys();
    }

    private static Loaded load(Path file) {
        try {
            var changed = Files.getLastModifiedTime(file);
            var keys = GateKeys.of(Files.readString(file));
            if (keys.signing().isEmpty()) {
                throw new IllegalStateException(
                        "outrider.grant.key-file: " + file + " must begin with a private Ed25519 key that has a kid");
            }
            return new Loaded(changed, keys);
        } catch (IOException e) {
            throw new IllegalStateException("outrider.grant.key-file: cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("outrider.grant.key-file: " + file + ": " + e.getMessage(), e);
        }
    }

    private record Loaded(FileTime changed, GateKeys keys) {}
}
