package io.outrider.orchestrator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.EmailStatus;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Seniority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountIntakeTest {

    private final AccountIntake intake = new CheckedIntake();

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        "https://www.Acme.com/about?x=1#y, acme.com",
        "HTTP://ACME.COM:8080/, acme.com",
        "acme.com., acme.com",
        "shop.acme.co.uk, acme.co.uk",
        "ferrocraft.example, ferrocraft.example",
        "www.ferrocraft.example, ferrocraft.example",
        "müller.de, xn--mller-kva.de",
        "//acme.com, INVALID_DOMAIN",
        "'', MISSING_DOMAIN",
        "'   ', MISSING_DOMAIN",
        "192.168.1.1, INVALID_DOMAIN",
        "http://[::1]/, INVALID_DOMAIN",
        "2001:db8::1, INVALID_DOMAIN",
        "localhost, INVALID_DOMAIN",
        "acme, INVALID_DOMAIN",
        "co.uk, INVALID_DOMAIN",
        "acme.internal, INVALID_DOMAIN",
        "acme..com, INVALID_DOMAIN",
        "-acme.com, INVALID_DOMAIN",
        "ac me.com, INVALID_DOMAIN",
        "acme_x.com, INVALID_DOMAIN",
        "joe@acme.com, INVALID_DOMAIN",
        "http://good.com@evil.com, INVALID_DOMAIN",
        "n/a, INVALID_DOMAIN",
        "example, INVALID_DOMAIN",
        ".example, INVALID_DOMAIN",
        "gmail.com, FREE_MAIL_DOMAIN",
        "WWW.GMX.de, FREE_MAIL_DOMAIN",
    })
    void readsOrRefusesADomain(String written, String expected) {
        var domain = written == null ? "" : written;

        assertThat(outcome(Account.newBuilder().setDomain(domain).build(), Person.getDefaultInstance()))
                .isEqualTo(expected);
    }

    @Test
    void refusesADomainThatIsTooLong() {
        var label = "a".repeat(60) + ".";

        assertThat(outcome(account().setDomain(label.repeat(5) + "com").build(), Person.getDefaultInstance()))
                .isEqualTo("INVALID_DOMAIN");
    }

    @ParameterizedTest
    @CsvSource({
        "name, 201, FIELD_TOO_LONG",
        "name, 200, acme.com",
        "crm_account_id, 1001, FIELD_TOO_LONG",
        "domain, 10000, FIELD_TOO_LONG"
    })
    void refusesFieldsThatAreTooLong(String field, int length, String expected) {
        var account = account();
        account.setField(Account.getDescriptor().findFieldByName(field), "x".repeat(length));

        assertThat(outcome(account.build(), Person.getDefaultInstance())).isEqualTo(expected);
    }

    @Test
    void refusesAttributesThatAreTooLongOrTooMany() {
        var many = account();
        for (int i = 0; i < 51; i++) {
            many.putAttributes("k" + i, "v");
        }

        assertThat(outcome(account().putAttributes("k", "v".repeat(1001)).build(), Person.getDefaultInstance()))
                .isEqualTo("FIELD_TOO_LONG");
        assertThat(outcome(account().putAttributes("k".repeat(101), "v").build(), Person.getDefaultInstance()))
                .isEqualTo("FIELD_TOO_LONG");
        assertThat(outcome(many.build(), Person.getDefaultInstance())).isEqualTo("FIELD_TOO_LONG");
    }

    @Test
    void refusesControlCharactersEverywhere() {
        var nobody = Person.getDefaultInstance();

        assertThat(outcome(account().setName("A\u0007").build(), nobody)).isEqualTo("CONTROL_CHARACTERS");
        assertThat(outcome(account().putAttributes("note", "A\u0000").build(), nobody))
                .isEqualTo("CONTROL_CHARACTERS");
        assertThat(outcome(
                        account().build(),
                        Person.newBuilder().setFirstName("A\nB").build()))
                .isEqualTo("CONTROL_CHARACTERS");
        assertThat(outcome(account().putAttributes("note", "two\nlines").build(), nobody))
                .isEqualTo("acme.com");
    }

    @ParameterizedTest
    @CsvSource({
        "joe@acme.com, acme.com",
        "Joe.Doe+x@Mail.Acme.com, acme.com",
        "joe, INVALID_EMAIL",
        "joe@, INVALID_EMAIL",
        "joe@acme, INVALID_EMAIL",
        "'joe doe@acme.com', INVALID_EMAIL",
        "joe..doe@acme.com, INVALID_EMAIL",
        "'<joe@acme.com>', INVALID_EMAIL",
        "'joe@acme.com,eve@evil.com', INVALID_EMAIL",
    })
    void readsOrRefusesAnEmail(String email, String expected) {
        assertThat(outcome(
                        account().build(), Person.newBuilder().setEmail(email).build()))
                .isEqualTo(expected);
    }

    @Test
    void tidiesThePerson() {
        var person = Person.newBuilder()
                .setFirstName(" Zoë ")
                .setLastName("van Dijk")
                .setTitle("VP Sales")
                .setEmail(" Zoe@Acme.COM ")
                .build();

        var checked = (Checked.Accepted) intake.check(account().build(), person);

        assertThat(checked.person().getId()).isEqualTo("zoe@acme.com");
        assertThat(checked.person().getFirstName()).isEqualTo("Zoë");
        assertThat(checked.person().getSeniority()).isEqualTo(Seniority.SENIORITY_VP);
        assertThat(checked.person().getEmailStatus()).isEqualTo(EmailStatus.EMAIL_STATUS_UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "joe@acme.com, Joe, Doe, joe@acme.com",
        "'', Zoë, van Dijk, acme.com/zoe-van-dijk",
        "'', '', Li, acme.com/li",
        "'', '', '', ''",
        "'', 李, 明, acme.com/李-明",
    })
    void givesThePersonAStableId(String email, String first, String last, String id) {
        assertThat(PersonId.of("acme.com", email, first, last)).isEqualTo(id);
    }

    @Test
    void knowsNobodyWhereNobodyIsNamed() {
        var checked = (Checked.Accepted) intake.check(
                account().build(), Person.newBuilder().setTitle("CEO").build());

        assertThat(checked.person()).isEqualTo(Person.getDefaultInstance());
    }

    @Test
    void findsTheSameLineAgain() {
        var joe = Person.newBuilder().setEmail("joe@acme.com").build();
        var duplicates = new Duplicates();

        assertThat(duplicates.check(account().build(), joe, 0)).isNull();
        assertThat(duplicates.check(account().build(), Person.getDefaultInstance(), 1))
                .isNull();
        assertThat(duplicates.check(account().build(), joe, 2))
                .isEqualTo(new Checked.Refused("DUPLICATE", "acme.com with this contact stands in entry 0 already"));
    }

    private String outcome(Account account, Person person) {
        return switch (intake.check(account, person)) {
            case Checked.Accepted(Account accepted, Person ignored) -> accepted.getDomain();
            case Checked.Refused(String code, String message) -> {
                assertThat(message).isNotBlank().hasSizeLessThan(300);
                yield code;
            }
        };
    }

    private static Account.Builder account() {
        return Account.newBuilder().setDomain("acme.com");
    }
}
