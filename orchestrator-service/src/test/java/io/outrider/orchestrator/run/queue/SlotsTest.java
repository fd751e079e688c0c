package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void givesNoMoreThanThereAre() {
        var slots = new Slots(1);
        assertThat(slots.enter()).isTrue();
        var second = asks(slots);

        assertThat(second).isNotDone();
        slots.leave();

        assertThat(second.join()).isTrue();
        assertThat(slots.taken()).isEqualTo(1);
    }

    @Test
    void letsSomebodyInWhenThereAreMore() {
        var slots = new Slots(1);
        slots.enter();
        var second = asks(slots);
        var third = asks(slots);

        slots.resize(3);

        assertThat(second.join()).isTrue();
        assertThat(third.join()).isTrue();
    }

    @Test
    void takesNothingAwayWhenThereAreFewer() {
        var slots = new Slots(2);
        slots.enter();
        slots.enter();
        slots.resize(1);
        var third = asks(slots);

        slots.leave();
        assertThat(third).isNotDone();
        slots.leave();

        assertThat(third.join()).isTrue();
    }

    @Test
    void sendsAwayWhoWaitsWhenItCloses() {
        var slots = new Slots(1);
        slots.enter();
        var second = asks(slots);

        slots.close();

        assertThat(second.join()).isFalse();
        assertThat(slots.enter()).isFalse();
    }

    /** @return once the asker stands in line, or has its slot */
    private static CompletableFuture<Boolean> asks(Slots slots) {
        var answer = new CompletableFuture<Boolean>();
        var before = slots.waiting();
        var thread = Thread.ofVirtual().start(() -> answer.complete(slots.enter()));
        while (thread.isAlive() && slots.waiting() <= before) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
