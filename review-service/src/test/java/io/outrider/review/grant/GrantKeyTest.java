package io.outrider.review.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantKeyTest {

    @TempDir
    Path directory;

    private Path file;
    private long changes;

    @BeforeEach
    void name() {
        file = directory.resolve("keys.json");
    }

    @Test
    void signsWithANewKeyAtOnceAndStillKnowsTheOld() throws IOException, JoseException {
        var old = key("one");
        write(old);
        var key = new GrantKey(file);
        var signer = new GrantSigner(key);
        var before = signer.checkpoint("{}");

        write(key("two"), old);
        var after = signer.checkpoint("{}");

        assertThat(key.open(before, GrantSigner.CHECKPOINT)).contains("{}");
        assertThat(key.open(after, GrantSigner.CHECKPOINT)).contains("{}");
        assertThat(key.signing().getKeyId()).isEqualTo("two");
        assertThat(key.publicKeys()).contains("one", "two").doesNotContain("\"d\"");
    }

    @Test
    void forgetsAKeyThatIsTakenAway() throws IOException, JoseException {
        write(key("one"));
        var key = new GrantKey(file);
        var before = new GrantSigner(key).checkpoint("{}");

        write(key("two"));

        assertThat(key.open(before, GrantSigner.CHECKPOINT)).isEmpty();
    }

    @Test
    void keepsItsKeysWhereTheChangedFileCannotBeUsed() throws IOException, JoseException {
        write(key("one"));
        var key = new GrantKey(file);

        store("not a JWK set");
        assertThat(key.signing().getKeyId()).isEqualTo("one");
        Files.delete(file);
        assertThat(key.signing().getKeyId()).isEqualTo("one");
    }

    @Test
    void doesNotStartWithoutAPrivateKeyOrWithTwoOfOneName() throws IOException, JoseException {
        var publicOnly = new JsonWebKeySet(List.<JsonWebKey>of(key("one"))).toJson(OutputControlLevel.PUBLIC_ONLY);
        store(publicOnly);
        assertThatThrownBy(() -> new GrantKey(file)).hasMessageContaining("private Ed25519 key");
        write(key("one"), key("one"));
        assertThatThrownBy(() -> new GrantKey(file)).hasMessageContaining("same kid");
    }

    private void write(OctetKeyPairJsonWebKey... keys) throws IOException {
        store(new JsonWebKeySet(new ArrayList<JsonWebKey>(List.of(keys))).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    private void store(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++changes * 1_000));
    }

    private static OctetKeyPairJsonWebKey key(String kid) throws JoseException {
        var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        key.setKeyId(kid);
        return key;
    }
}
