package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.PlaybookAction;
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
        var known = known(given, researched, Playbook.getDefaultInstance());

        assertThat(Territory.owner(action("task.create", rules), known).orElse("none"))
                .isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "*=2, 2"})
    void ownsWhatIsMadeForAnAccountAsTheCompanyIsOwned(String own, String owner) {
        var playbook = Playbook.newBuilder()
                .addActions(action("crm.company.upsert", "DE=1"))
                .build();

        assertThat(Territory.owner(action("task.create", own), known("DE", "", playbook)))
                .contains(owner);
    }

    private static PlaybookAction action(String type, String rules) {
        return PlaybookAction.newBuilder()
                .setType(type)
                .putSettings("owners", rules)
                .build();
    }

    private static Known known(String given, String researched, Playbook playbook) {
        var brief = Brief.newBuilder();
        if (!researched.isEmpty()) {
            brief.addClaims(Claim.newBuilder().setPredicate("country_code").setValue(researched));
        }
        return new Known(
                Account.newBuilder().putAttributes("country_code", given).build(),
                Person.getDefaultInstance(),
                LocalDate.EPOCH,
                Library.getDefaultInstance(),
                playbook,
                Sourced.nothing(brief.build()),
                Sourced.nothing(Verdict.getDefaultInstance()),
                Optional.empty());
    }
}
