package io.outrider.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    @TempDir
    Path directory;

    @Test
    void makesTokensThatThePublicKeysVerify() throws Exception {
        var ring = KeyRing.open(directory);
        var keys = new JsonWebKeySet(SecretFiles.read(ring.publicTokenKeys())).getJsonWebKeys();

        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer("outrider")
                .setExpectedAudience("outrider")
                .setRequireExpirationTime()
                .build()
                .processToClaims(ring.tokens().mint("ann", "acme", List.of("reviewer"), Duration.ofMinutes(5)));

        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getStringClaimValue("workspace")).isEqualTo("acme");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("reviewer");
    }

    @Test
    void keepsItsKeysAndShowsNoPrivateHalf() throws Exception {
        var first = SecretFiles.read(KeyRing.open(directory).publicGrantKeys());
        var ring = KeyRing.open(directory);

        assertThat(SecretFiles.read(ring.publicGrantKeys())).isEqualTo(first).doesNotContain("\"d\"");
        assertThat(SecretFiles.read(ring.privateGrantKeys())).contains("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ring.privateGrantKeys())))
                .isEqualTo("rw-------");
    }
}
