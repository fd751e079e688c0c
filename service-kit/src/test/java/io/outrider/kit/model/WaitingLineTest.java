package io.outrider.kit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line = new WaitingLine();
    private final Map<WaitingLine.Place, String> names = new HashMap<>();

    @BeforeEach
    void hold() {
        lock.lock();
    }

    @AfterEach
    void release() {
        lock.unlock();
    }

    @Test
    void letsInteractiveCallsGoBeforeABatchThatCameFirst() {
        comes("acme", Lane.BATCH, "b1");
        comes("acme", Lane.INTERACTIVE, "i1");
        comes("bolt", Lane.INTERACTIVE, "i2");

        assertThat(order()).containsExactly("i1", "i2", "b1");
    }

    @Test
    void servesWorkspacesInTurnAndEachInTheOrderOfArrival() {
        comes("acme", Lane.INTERACTIVE, "a1");
        comes("acme", Lane.INTERACTIVE, "a2");
        comes("acme", Lane.INTERACTIVE, "a3");
        comes("bolt", Lane.INTERACTIVE, "b1");
        comes("bolt", Lane.INTERACTIVE, "b2");
        comes("cog", Lane.INTERACTIVE, "c1");

        assertThat(order()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void putsTheWorkspaceThatWasServedLastBehindOneThatComesLater() {
        comes("acme", Lane.BATCH, "a1");
        comes("acme", Lane.BATCH, "a2");
        comes("acme", Lane.BATCH, "a3");
        assertThat(next()).isEqualTo("a1");
        comes("bolt", Lane.BATCH, "b1");

        assertThat(order()).containsExactly("a2", "b1", "a3");
    }

    @Test
    void givesEveryEighthPlaceToABatchWhileBothWait() {
        for (int i = 1; i <= 16; i++) {
            comes("acme", Lane.INTERACTIVE, "i" + i);
        }
        comes("bolt", Lane.BATCH, "b1");
        comes("bolt", Lane.BATCH, "b2");

        var order = order();

        assertThat(order.indexOf("b1")).isEqualTo(7);
        assertThat(order.indexOf("b2")).isEqualTo(15);
    }

    @Test
    void countsNoPlacesForABatchThatDidNotWait() {
        for (int i = 1; i <= 7; i++) {
            comes("acme", Lane.INTERACTIVE, "i" + i);
        }
        for (int i = 1; i <= 7; i++) {
            next();
        }
        comes("bolt", Lane.BATCH, "b1");
        comes("acme", Lane.INTERACTIVE, "i8");

        assertThat(order()).containsExactly("i8", "b1");
    }

    @Test
    void forgetsWhoLeft() {
        comes("acme", Lane.INTERACTIVE, "a1");
        var gone = comes("acme", Lane.INTERACTIVE, "a2");
        var alone = comes("bolt", Lane.BATCH, "b1");
        comes("acme", Lane.INTERACTIVE, "a3");

        line.remove(gone);
        line.remove(alone);

        assertThat(line.size()).isEqualTo(2);
        assertThat(order()).containsExactly("a1", "a3");
    }

    private WaitingLine.Place comes(String workspace, Lane lane, String name) {
        var place = line.add(new Turn(workspace, lane, Instant.MAX), lock.newCondition());
        names.put(place, name);
        return place;
    }

    private String next() {
        var place = line.admitNext();
        assertThat(place.isAdmitted()).isTrue();
        return names.get(place);
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        while (!line.isEmpty()) {
            order.add(next());
        }
        return order;
    }
}
