package io.outrider.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {

    @ParameterizedTest
    @CsvSource({
        "100, 96, 4999, true",
        "100, 95, 4999, false",
        "100, 96, 5000, false",
        "20, 20, 1000, true",
        "19, 19, 1000, false",
    })
    void saysWhoApprovesNearlyAllAtOnce(int decisions, int approved, int millis, boolean alarm) {
        var figures = new ReviewerFigures("rhea", decisions, approved, Duration.ofMillis(millis), 0, 0, 0, 0, 0, 0, 0);

        assertThat(figures.alarms().contains("approves nearly all in under 5 s"))
                .isEqualTo(alarm);
    }

    @ParameterizedTest
    @CsvSource({"20, 3, 1", "20, 2, 0", "19, 19, 0"})
    void saysWhoAcceptsUnopened(int accepted, int unopened, int alarms) {
        var figures = new ReviewerFigures("rhea", 0, 0, null, accepted, unopened, 0, 0, 0, 0, 0);

        assertThat(figures.alarms()).hasSize(alarms);
    }

    @ParameterizedTest
    @CsvSource({"10, 6, 1", "10, 7, 0", "9, 0, 0"})
    void saysWhoDisagrees(int doubles, int agreed, int alarms) {
        var figures = new ReviewerFigures("rhea", 0, 0, null, 0, 0, 0, doubles, agreed, 0, 0);

        assertThat(figures.alarms()).hasSize(alarms);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1", "4, 2, 0", "2, 0, 0"})
    void saysWhoMissesWhatWasPlanted(int planted, int caught, int alarms) {
        var figures = new ReviewerFigures("rhea", 0, 0, null, 0, 0, 0, 0, 0, planted, caught);

        assertThat(figures.alarms()).hasSize(alarms);
    }

    @Test
    void saysNothingOfWhoDidNothing() {
        assertThat(new ReviewerFigures("rhea", 0, 0, null, 0, 0, 0, 0, 0, 0, 0).alarms())
                .isEmpty();
    }
}
