package io.outrider.orchestrator.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.orchestrator.connector.mail.UnsubscribeLinks.Whom;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeLinksTest {

    private static final Whom MARA = new Whom("acme", "mara@acme.example");

    private final UnsubscribeLinks links = links("0123456789abcdef0123456789abcdef");

    @Test
    void readsWhatItMade() {
        assertThat(links.read(links.token(MARA))).contains(MARA);
        assertThat(links.token(MARA)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void readsNothingThatAnotherSecretMade() {
        var others = links("fedcba9876543210fedcba9876543210");

        assertThat(links.read(others.token(MARA))).isEmpty();
    }

    @Test
    void readsNothingThatWasChanged() {
        var token = links.token(MARA);

        for (int i = 0; i < token.length() - 1; i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(links.read(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAA"})
    void readsNothingThatIsNoToken(String token) {
        assertThat(links.read(token)).isEmpty();
        assertThat(links.read("A".repeat(5_000))).isEmpty();
    }

    @Test
    void signsWithNoShortSecret() {
        assertThatThrownBy(() -> links("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static UnsubscribeLinks links(String secret) {
        return new UnsubscribeLinks(secret.getBytes(StandardCharsets.UTF_8));
    }
}
