package io.outrider.research.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @ParameterizedTest
    @ValueSource(strings = {"ferrocraft.example", "a-b.co.uk", "xn--bcher-kva.example", "3m.example"})
    void takesADomain(String domain) {
        assertThatCode(() -> new Account(domain, "", "", Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "localhost", "Ferrocraft.example", "https://ferrocraft.example", "ferrocraft.example/about",
                        "127.0.0.1",
                "[::1]", "-a.example", "a-.example", "a..example", "a b.example", "user@ferrocraft.example",
                        "ferrocraft.example:8080",
                "ferrocraft.example\u0000", "ferrocraft.example\n", "2130706433", "a.1"
            })
    void refusesWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> new Account(domain, "", "", Map.of()))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        error -> assertThat(error.metadata()).containsEntry("field", "account.domain"));
    }

    @Test
    void refusesTooManyAttributes() {
        var many = IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));

        assertThatThrownBy(() -> new Account("a.example", "", "", many)).isInstanceOf(InvalidField.class);
    }

    @Test
    void isCalledByItsDomainWhereNobodyNamedIt() {
        assertThat(new Account("ferrocraft.example", "", "", Map.of()).displayName())
                .isEqualTo("Ferrocraft");
    }
}
