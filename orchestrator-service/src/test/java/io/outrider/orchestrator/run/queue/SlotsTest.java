package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Instant EARLY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2005-01-01T00:00:00Z");

    @Test
    void givesNoMoreThanThereAre() {
        var slots = full(1);
        var second = slots.turn(LATE);

        assertThat(second).isNotDone();
        slots.leave();

        assertThat(second).isCompletedWithValue(true);
        assertThat(slots.taken()).isEqualTo(1);
    }

    @Test
    void letsSomebodyInWhenThereAreMore() {
        var slots = full(1);
        var second = slots.turn(LATE);
        var third = slots.turn(LATE);
        var fourth = slots.turn(LATE);

        slots.resize(3);

        assertThat(second).isCompletedWithValue(true);
        assertThat(third).isCompletedWithValue(true);
        assertThat(fourth).isNotDone();
    }

    @Test
    void takesNothingAwayWhenThereAreFewer() {
        var slots = full(2);
        slots.resize(1);
        var third = slots.turn(LATE);

        slots.leave();
        assertThat(third).isNotDone();
        slots.leave();

        assertThat(third).isCompletedWithValue(true);
    }

    @Test
    void keepsTheOrderOfAskingAlsoWhileItHasFewer() {
        var slots = full(3);
        slots.resize(1);
        var first = slots.turn(LATE);
        var second = slots.turn(LATE);

        slots.leave();
        slots.leave();
        slots.leave();

        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isNotDone();
    }

    @Test
    void letsWhoWasDueFirstPassThoseThatStandThereAlready() {
        var slots = full(1);
        var ofABatch = slots.turn(LATE);
        var single = slots.turn(EARLY);

        slots.leave();

        assertThat(single).isCompletedWithValue(true);
        assertThat(ofABatch).isNotDone();
    }

    @Test
    void sendsAwayWhoWaitsWhenItCloses() {
        var slots = full(1);
        var second = slots.turn(LATE);

        slots.close();

        assertThat(second).isCompletedWithValue(false);
        assertThat(slots.enter(LATE)).isFalse();
    }

    private static Slots full(int most) {
        var slots = new Slots(most);
        for (int i = 0; i < most; i++) {
            assertThat(slots.enter(LATE)).isTrue();
        }
        return slots;
    }
}
