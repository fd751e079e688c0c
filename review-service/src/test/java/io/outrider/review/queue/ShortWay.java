package io.outrider.review.queue;

import io.outrider.kit.test.TestTokens;
import io.outrider.review.fixture.Gate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The short way of a workspace of its own in which nothing is planted, and what it leaves in the tables.
 *
 * @param <T> what goes it
 * @param <R> what becomes of that
 */
abstract class ShortWay<T, R> implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    final Gate gate;
    final Rows rows;
    private final BiFunction<String, List<T>, Uni<List<Optional<R>>>> together;

    ShortWay(TestTokens tokens, Pool pool, BiFunction<String, List<T>, Uni<List<Optional<R>>>> together) {
        this.gate = new Gate(tokens);
        this.rows = new Rows(pool, gate.workspace);
        this.together = together;
        gate.update(policy -> policy.setPlantedRate(0));
    }

    final List<Optional<R>> together(List<T> group) {
        return together.apply(gate.workspace, group).await().indefinitely();
    }

    /** What the group is refused with. */
    final String failure(List<T> group) {
        try {
            return together(group).toString();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Given up after a second. */
    final Optional<R> impatiently(T one) {
        return new Lanes<>(together, SHORT).submit(gate.workspace, one).await().atMost(LONGEST);
    }

    @Override
    public void close() {
        gate.close();
    }
}
