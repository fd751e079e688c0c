package io.outrider.kit.model;

import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;

/**
 * Who is next: interactive calls before batches, workspaces in turn, and within a workspace who came first. While both lanes
 * wait, every eighth place is a batch's: it is slow, and never stands still. Guarded by the lock of its limit.
 */
final class WaitingLine {

    private static final int BATCH_PLACE = 8;

    private final Workspaces interactive = new Workspaces();
    private final Workspaces batch = new Workspaces();
    private int passedBatch;

    Place add(Turn turn, Condition turnCame) {
        var place = new Place(turn, turnCame);
        lane(place).add(place);
        return place;
    }

    void remove(Place place) {
        lane(place).remove(place);
    }

    /** @throws java.util.NoSuchElementException where nobody waits */
    Place admitNext() {
        var place = next();
        place.admitted = true;
        place.turnCame.signal();
        return place;
    }

    void wakeAll() {
        interactive.wakeAll();
        batch.wakeAll();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return interactive.size + batch.size;
    }

    private Place next() {
        if (batch.size == 0) {
            passedBatch = 0;
            return interactive.next();
        }
        if (interactive.size == 0 || ++passedBatch == BATCH_PLACE) {
            passedBatch = 0;
            return batch.next();
        }
        return interactive.next();
    }

    private Workspaces lane(Place place) {
        return place.turn.lane() == Lane.BATCH ? batch : interactive;
    }

    /** One caller in line. */
    static final class Place {

        private final Turn turn;
        private final Condition turnCame;
        private boolean admitted;

        private Place(Turn turn, Condition turnCame) {
            this.turn = turn;
            this.turnCame = turnCame;
        }

        Condition turnCame() {
            return turnCame;
        }

        boolean isAdmitted() {
            return admitted;
        }
    }

    /** Those of one lane. The workspace that was served last goes behind all others that wait. */
    private static final class Workspaces {

        private final LinkedHashMap<String, SequencedSet<Place>> byName = new LinkedHashMap<>();
        private int size;

        void add(Place place) {
            byName.computeIfAbsent(place.turn.workspace(), ignored -> new LinkedHashSet<>())
                    .add(place);
            size++;
        }

        void remove(Place place) {
            var places = byName.get(place.turn.workspace());
            if (places != null && places.remove(place)) {
                size--;
                if (places.isEmpty()) {
                    byName.remove(place.turn.workspace());
                }
            }
        }

        Place next() {
            var first = byName.firstEntry();
            var place = first.getValue().removeFirst();
            size--;
            byName.remove(first.getKey());
            if (!first.getValue().isEmpty()) {
                byName.putLast(first.getKey(), first.getValue());
            }
            return place;
        }

        void wakeAll() {
            byName.values().forEach(places -> places.forEach(place -> place.turnCame.signal()));
        }
    }
}
