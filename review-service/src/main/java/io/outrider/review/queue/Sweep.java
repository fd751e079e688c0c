package io.outrider.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what is due, one item in one transaction, until none is left. What cannot be done is left out until the next sweep, logged
 * and counted: one broken row must not keep everything behind it waiting, of every workspace.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final String name;
    private final String due;
    private final MeterRegistry meters;

    /** @param due SQL that locks the next item's workspace and id, but for :skipped, at :now */
    Sweep(String name, String due, MeterRegistry meters) {
        this.name = name;
        this.due = due;
        this.meters = meters;
    }

    /** The end of {@code due}, to write after its conditions. */
    static String next(String order) {
        return " and id <> all(string_to_array(:skipped, ',')) order by " + order + " limit 1 for update skip locked";
    }

    Uni<Void> run(int most, Instant now, Function<ItemKey, Uni<?>> each) {
        return new Round(now, each).run(most);
    }

    private final class Round {

        private final Instant now;
        private final Function<ItemKey, Uni<?>> each;
        private final Set<String> tried = new HashSet<>();
        private final List<String> skipped = new ArrayList<>();
        private @Nullable ItemKey taken;

        Round(Instant now, Function<ItemKey, Uni<?>> each) {
            this.now = now;
            this.each = each;
        }

        Uni<Void> run(int left) {
            return Panache.withTransaction(this::one)
                    .onFailure(failure -> taken != null)
                    .recoverWithItem(this::leave)
                    .chain(found ->
                            found && left > 1 ? run(left - 1) : Uni.createFrom().voidItem());
        }

        private Uni<Boolean> one() {
            taken = null;
            return Panache.getSession()
                    .chain(session -> session.createNativeQuery(due, Object[].class)
                            .setParameter("now", now)
                            .setParameter("skipped", String.join(",", skipped))
                            .getSingleResultOrNull())
                    .chain(row -> {
                        if (row == null) {
                            return Uni.createFrom().item(false);
                        }
                        var key = new ItemKey((String) row[0], (String) row[1]);
                        taken = key;
                        return each.apply(key).replaceWith(true);
                    });
        }

        /** What another transaction was faster with is tried once more. */
        private boolean leave(Throwable failure) {
            var id = taken == null ? "" : taken.id();
            if (!Retry.worthIt(failure) || !tried.add(id)) {
                skipped.add(id);
                LOG.errorf(failure, "Item %s could not be done by the sweep %s", id, name);
                meters.counter("outrider.review.sweep.failed", "sweep", name).increment();
            }
            return true;
        }
    }
}
