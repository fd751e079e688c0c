package io.outrider.kit.grant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.Key;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Public keys from a file that is read again when it changes. One that cannot be read leaves the keys as they were. */
final class FileKeys implements VerificationKeyResolver {

    private final Path file;
    private volatile Loaded loaded;

    /** @throws IllegalArgumentException where the file holds no JWK set */
    FileKeys(Path file) {
        this.file = file;
        this.loaded = load(file);
    }

    @Override
    public Key resolveKey(JsonWebSignature jws, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return keys().resolveKey(jws, nesting);
    }

    private VerificationKeyResolver keys() {
        try {
            if (!Files.getLastModifiedTime(file).equals(loaded.changed())) {
                loaded = load(file);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Half-written or gone: what was known stays known, and nothing new is believed.
            return loaded.keys();
        }
        return loaded.keys();
    }

    private static Loaded load(Path file) {
        try {
            var changed = Files.getLastModifiedTime(file);
            return new Loaded(changed, GrantKeys.in(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read grant keys from " + file, e);
        }
    }

    private record Loaded(FileTime changed, VerificationKeyResolver keys) {}
}
