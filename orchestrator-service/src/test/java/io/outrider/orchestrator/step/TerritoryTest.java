package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE=1, AT=2, *=9 | DE | '' | 1",
                "DE=1, AT=2, *=9 | '' | at | 2",
                "DE=1, AT=2, *=9 | de | AT | 1",
                "DE=1, AT=2, *=9 | FR | '' | 9",
                "DE=1, AT=2, *=9 | '' | '' | 9",
                "DE=1 | FR | '' | none",
                "nonsense, = , DE= | DE | '' | none",
                "'' | DE | '' | none"
            })
    void findsTheOwnerByCountry(String rules, String given, String researched, String owner) {
        var brief = Brief.newBuilder();
        if (!researched.isEmpty()) {
            brief.addClaims(Claim.newBuilder().setPredicate("country_code").setValue(researched));
        }
        var known = new Known(
                Account.newBuilder().putAttributes("country_code", given).build(),
                Person.getDefaultInstance(),
                LocalDate.EPOCH,
                Library.getDefaultInstance(),
                Playbook.getDefaultInstance(),
                Sourced.nothing(brief.build()),
                Sourced.nothing(Verdict.getDefaultInstance()),
                Optional.empty());

        assertThat(Territory.owner(rules, known).orElse("none")).isEqualTo(owner);
    }
}
