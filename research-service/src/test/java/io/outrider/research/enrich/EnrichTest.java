package io.outrider.research.enrich;

import static io.outrider.research.brief.Fixtures.brief;
import static io.outrider.research.brief.Fixtures.finding;
import static io.outrider.research.brief.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.research.brief.Brief;
import io.outrider.research.brief.BriefWriter;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Emphasis;
import io.outrider.research.brief.FieldBasis;
import io.outrider.research.brief.Fixtures;
import io.outrider.research.brief.Person;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.Reading;
import io.outrider.research.brief.Seniority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrichTest {

    @Test
    void fillsACompanyAndSaysWhy() {
        var page = page("In 2024 Ferrocraft raised €18 million in a Series B round led by Scheldt Ventures.");
        var brief = brief(
                List.of(page),
                List.of(
                        finding(Predicate.FUNDING_ROUND, "Series B, €18 million", page),
                        finding(Predicate.HEADQUARTERS, "Ghent, Belgium", page),
                        finding(Predicate.EMPLOYEE_COUNT, "240", page)));

        var company = CompanyEnricher.enrich(brief).orElseThrow();

        assertThat(company.employeeCount()).hasValue(240);
        assertThat(company.foundedYear()).isEmpty();
        assertThat(company.locality()).isEqualTo("Ghent");
        assertThat(company.rounds())
                .containsExactly(
                        new CompanyRecord.Round("Series B", "2024", 18_000_000, "EUR", List.of("Scheldt Ventures")));
        assertThat(company.basis())
                .extracting(FieldBasis::field)
                .containsExactlyInAnyOrder("location", "employee_count", "funding_rounds");
    }

    @Test
    void findsNoCompanyWhereNothingHolds() {
        assertThat(CompanyEnricher.enrich(brief(List.of(), List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, Peeters, '', true",
        "ann, PEETERS, '', true",
        "'', '', Ann@Ferrocraft.example, true",
        "Anna, Peeters, '', false",
        "'', Peeters, '', false",
        "'', '', other@ferrocraft.example, false"
    })
    void findsAPersonByNameOrEmailAndNeverByALikeness(String first, String last, String email, boolean found) {
        assertThat(PersonMatch.find(withAnn(), first, last, email).isPresent()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"operations, true", "Head of Operations, true", "operation, false", "c++, false"})
    void matchesTitlesAsWholeWords(String title, boolean found) {
        assertThat(PersonMatch.withTitles(withAnn(), List.of(title), 10)).hasSize(found ? 1 : 0);
    }

    @Test
    void returnsEveryoneWhereNoTitleIsAskedFor() {
        assertThat(PersonMatch.withTitles(withAnn(), List.of(), 10)).hasSize(1);
        assertThat(PersonMatch.withTitles(withAnn(), List.of(), 0)).isEmpty();
    }

    private static Brief withAnn() {
        var ann = new Person(
                "ann@ferrocraft.example",
                "Ann",
                "Peeters",
                "Head of Operations",
                Seniority.DIRECTOR,
                "",
                "ann@ferrocraft.example",
                "",
                "",
                List.of());
        var reading = new Reading(List.of(), List.of(), List.of(), List.of(ann), Emphasis.NONE, 0);
        return BriefWriter.write(Fixtures.FERROCRAFT, Depth.BASE, List.of(), reading, Fixtures.NOW);
    }
}
