package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.Exhausted;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(2);

    @Test
    void refusesWhereAllPlacesAreTakenAndSaysWhenToComeBack() {
        places.take();
        places.take();

        var refusal = catchThrowableOfType(Exhausted.class, places::take);

        assertThat(refusal.reason()).isEqualTo("OVERLOADED");
        assertThat(refusal.retryAfter()).isPositive();
    }

    @Test
    void letsInAgainWhatHasBeenCountedOut() {
        places.take();
        places.take();
        assertThat(catchThrowableOfType(Exhausted.class, places::take)).isNotNull();
        places.counted(1);

        assertThatCode(places::take).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Exhausted.class, places::take)).isNotNull();
    }

    @Test
    void staysFullWhileMoreWaitThanItHasPlaces() {
        places.counted(5_000);

        assertThat(catchThrowableOfType(Exhausted.class, places::take)).isNotNull();
    }
}
