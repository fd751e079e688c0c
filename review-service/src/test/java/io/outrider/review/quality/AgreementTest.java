package io.outrider.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.review.quality.SecondLookFigures.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** Worked by hand: 35 of 50 agree, chance gives 0.5 * 0.6 + 0.5 * 0.4. */
    @Test
    void measuresAgreementBeyondChance() {
        var agreement = new Agreement(20, 5, 10, 15);
        assertThat(agreement.items()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(agreement.turned().kappa()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void tellsFullAgreementFromChanceAndFromLessThanChance() {
        assertThat(new Agreement(7, 0, 0, 3).kappa()).isCloseTo(1, within(1e-12));
        assertThat(new Agreement(25, 25, 25, 25).kappa()).isCloseTo(0, within(1e-12));
        assertThat(new Agreement(0, 5, 5, 0).kappa()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void isNotDefinedWhereChanceExplainsItAll() {
        assertThat(Agreement.NONE.kappa()).isNull();
        assertThat(new Agreement(40, 0, 0, 0).kappa()).isNull();
        assertThat(new Agreement(0, 0, 0, 9).kappa()).isNull();
    }

    @Test
    void countsAPairOnceWhoeverDecidedFirst() {
        var figures = SecondLookFigures.of(List.of(
                new Pair("rob", "rhea", new Agreement(1, 2, 3, 4)),
                new Pair("rhea", "rob", new Agreement(10, 20, 30, 40)),
                new Pair("ria", "rob", new Agreement(5, 0, 0, 0))));

        assertThat(figures.pairs())
                .containsExactly(
                        new Pair("rhea", "rob", new Agreement(11, 23, 32, 44)),
                        new Pair("ria", "rob", new Agreement(5, 0, 0, 0)));
        assertThat(figures.of("rob")).isEqualTo(new Agreement(16, 32, 23, 44));
        assertThat(figures.of("nobody")).isEqualTo(Agreement.NONE);
    }
}
