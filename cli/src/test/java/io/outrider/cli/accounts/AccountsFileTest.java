package io.outrider.cli.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {

    @TempDir
    Path directory;

    @Test
    void readsNamedColumnsAndKeepsTheOthersAsAttributes() throws IOException {
        var file = read("Domain,Company,First Name,email,source\nacme.example,Acme,Ann,ann@acme.example,fair\n");

        var account = file.accounts().getFirst();

        assertThat(account.line()).isEqualTo(2);
        assertThat(account.domain()).isEqualTo("acme.example");
        assertThat(account.column("name")).isEqualTo("Acme");
        assertThat(account.column("first_name")).isEqualTo("Ann");
        assertThat(account.attributes()).containsExactly(java.util.Map.entry("source", "fair"));
        assertThat(account.hasContact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Acme.example/about, acme.example",
        "ACME.example., acme.example",
        "bücher.example, xn--bcher-kva.example",
    })
    void readsADomainAsPeopleWriteIt(String text, String domain) throws IOException {
        assertThat(read("domain\n" + text + "\n").accounts())
                .extracting(AccountLine::domain)
                .containsExactly(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING_DOMAIN",
        "not a domain, INVALID_DOMAIN",
        "http://, INVALID_DOMAIN",
        "-bad-.example, INVALID_DOMAIN",
        "nodots, INVALID_DOMAIN",
        "127.0.0.1, INVALID_DOMAIN",
        "'\"acme.example', BROKEN_QUOTING",
    })
    void refusesALineThatNamesNoDomain(String text, String code) throws IOException {
        var file = read("domain,name\n" + text + (text.startsWith("\"") ? "" : ",x") + "\nfine.example,Fine\n");

        assertThat(file.refused()).extracting(RefusedLine::code).containsExactly(code);
        assertThat(file.refused().getFirst().line()).isEqualTo(2);
        assertThat(file.accounts()).extracting(AccountLine::domain).containsExactly("fine.example");
    }

    @Test
    void refusesLongFieldsControlCharactersBadAddressesAndWrongCounts() throws IOException {
        var file = read("domain,email,name\n"
                + "a.example,a@a.example," + "x".repeat(10_000) + "\n"
                + "b.example,b@b.example,bell\u0007\n"
                + "c.example,nobody,C\n"
                + "d.example,d@d.example\n"
                + "e.example,e@e.example,E\n");

        assertThat(file.refused())
                .extracting(RefusedLine::code)
                .containsExactly("FIELD_TOO_LONG", "CONTROL_CHARACTER", "INVALID_EMAIL", "WRONG_FIELD_COUNT");
        assertThat(file.refused()).extracting(RefusedLine::line).containsExactly(2, 3, 4, 5);
        assertThat(file.accounts()).extracting(AccountLine::line).containsExactly(6);
    }

    @Test
    void refusesTheSecondLineOfOneDomainAndNamesTheFirst() throws IOException {
        var file = read("domain\nacme.example\n\n# a note\nwww.acme.example\n");

        assertThat(file.refused())
                .containsExactly(new RefusedLine(5, "DUPLICATE", "acme.example stands on line 2 already"));
    }

    @Test
    void refusesOnlyTheLineThatIsNotUtf8() throws IOException {
        var path = directory.resolve("latin.csv");
        Files.write(path, "domain,name\na.example,M\u00fcller\nb.example,B\n".getBytes(StandardCharsets.ISO_8859_1));

        var file = AccountsFile.read(path);

        assertThat(file.refused()).extracting(RefusedLine::code).containsExactly("NOT_UTF8");
        assertThat(file.accounts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "'name\nAcme', not among them"})
    void refusesAFileWithoutADomainColumn(String content, String problem) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(CliFailure.class).hasMessageContaining(problem);
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> AccountsFile.read(directory.resolve("none.csv")))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("none.csv");
    }

    private AccountsFile read(String content) throws IOException {
        return AccountsFile.read(Files.writeString(directory.resolve("accounts.csv"), content));
    }
}
