package io.outrider.research.brief;

import static io.outrider.research.brief.Fixtures.NOW;
import static io.outrider.research.brief.Fixtures.finding;
import static io.outrider.research.brief.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

    private final Snapshot about = page("https://a.example/about", "We are 240 people.", NOW);
    private final Snapshot careers = page("https://a.example/careers", "Join our 185 employees.", NOW);

    @Test
    void joinsFindingsOfOneValueAndIsSurerWithEachSource() {
        var claims =
                of(finding(Predicate.EMPLOYEE_COUNT, "240", about), finding(Predicate.EMPLOYEE_COUNT, "240", careers));

        assertThat(claims.all()).singleElement().satisfies(claim -> {
            assertThat(claim.evidence()).hasSize(2);
            assertThat(claim.confidence()).isGreaterThan(0.8);
            assertThat(claim.holds()).isTrue();
        });
    }

    @Test
    void holdsNoneOfTwoHeadcountsThatAreTrustedAlike() {
        var claims =
                of(finding(Predicate.EMPLOYEE_COUNT, "240", about), finding(Predicate.EMPLOYEE_COUNT, "185", careers));

        assertThat(claims.all()).extracting(Claim::status).containsOnly(ClaimStatus.CONTRADICTED);
        assertThat(claims.contradictions())
                .singleElement()
                .satisfies(found -> assertThat(found.claimIds())
                        .containsExactlyInAnyOrderElementsOf(
                                claims.all().stream().map(Claim::id).toList()));
        assertThat(claims.best(Predicate.EMPLOYEE_COUNT)).isEmpty();
    }

    @Test
    void prefersTheClearlyNewerOfTwoHeadcounts() {
        var old = page("https://a.example/old", "We were 185 people.", NOW.minus(Duration.ofDays(60)));

        var claims = of(finding(Predicate.EMPLOYEE_COUNT, "185", old), finding(Predicate.EMPLOYEE_COUNT, "240", about));

        assertThat(claims.contradictions()).isEmpty();
        assertThat(claims.best(Predicate.EMPLOYEE_COUNT))
                .get()
                .extracting(Claim::value)
                .isEqualTo("240");
        assertThat(claims.all())
                .anySatisfy(claim -> assertThat(claim.supersededBy())
                        .isEqualTo(claims.best(Predicate.EMPLOYEE_COUNT)
                                .orElseThrow()
                                .id()));
    }

    @Test
    void believesTheMoreTrustedOfTwoSources() {
        var found = finding(Predicate.FOUNDED_YEAR, "1999", careers);
        var weaker = new Finding(
                found.predicate(), found.value(), found.evidence(), found.confidence(), false, found.asOf(), 0.5);

        var claims = of(weaker, finding(Predicate.FOUNDED_YEAR, "2009", about));

        assertThat(claims.contradictions()).isEmpty();
        assertThat(claims.best(Predicate.FOUNDED_YEAR))
                .get()
                .extracting(Claim::value)
                .isEqualTo("2009");
    }

    @Test
    void letsAnExactNumberReplaceALowerBound() {
        var bound = finding(Predicate.EMPLOYEE_COUNT, "200", careers);
        var over = new Finding(bound.predicate(), "200", bound.evidence(), 0.6, true, bound.asOf(), bound.trust());

        var claims = of(over, finding(Predicate.EMPLOYEE_COUNT, "240", about));

        assertThat(claims.contradictions()).isEmpty();
        assertThat(claims.best(Predicate.EMPLOYEE_COUNT))
                .get()
                .extracting(Claim::value)
                .isEqualTo("240");
    }

    @ParameterizedTest
    @CsvSource({
        "HEADQUARTERS, Ghent, 'Ghent, Belgium'",
        "FUNDING_ROUND, Series B, 'Series B, $18 million'",
    })
    void keepsTheFullerOfTwoWaysToSayTheSame(Predicate predicate, String less, String more) {
        var claims = of(finding(predicate, less, about), finding(predicate, more, careers));

        assertThat(claims.contradictions()).isEmpty();
        assertThat(claims.holding(predicate)).extracting(Claim::value).containsExactly(more);
    }

    @Test
    void givesTheSameIdsInWhateverOrderFindingsCome() {
        var one = finding(Predicate.EMPLOYEE_COUNT, "240", about);
        var two = finding(Predicate.EMPLOYEE_COUNT, "240", careers);

        assertThat(of(one, two).all().getFirst().id())
                .isEqualTo(of(two, one).all().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({"NEWS, 7", "EMPLOYEE_COUNT, 30", "FUNDING_ROUND, 90", "PRODUCT, 30"})
    void expiresByKind(Predicate predicate, int days) {
        assertThat(of(finding(predicate, "7", about)).all().getFirst().expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(days)));
    }

    private static Claims of(Finding... findings) {
        return Claims.of("a.example", List.of(findings));
    }
}
