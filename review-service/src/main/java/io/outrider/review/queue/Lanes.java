package io.outrider.review.queue;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what arrives for one workspace while something of that workspace is under way, and does it together. Nothing waits for
 * company, and what is together belongs to one workspace. What comes back empty has not been done: it goes alone.
 *
 * @param <T> what is to be done
 * @param <R> what becomes of it
 */
final class Lanes<T, R> {

    private static final int MOST_TOGETHER = 64;

    /** Longer than any group takes. Whoever gives up on one cannot know whether it was done: going alone must find out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BiFunction<String, List<T>, Uni<List<Optional<R>>>> together;
    private final Duration patience;
    /** By workspace, while something of it is under way. */
    private final Map<String, Queue<Waiting<T, R>>> waiting = new HashMap<>();

    /** @param together does a group of one workspace, and answers in its order; where it fails, all of the group go alone */
    Lanes(BiFunction<String, List<T>, Uni<List<Optional<R>>>> together) {
        this(together, PATIENCE);
    }

    Lanes(BiFunction<String, List<T>, Uni<List<Optional<R>>>> together, Duration patience) {
        this.together = together;
        this.patience = patience;
    }

    Uni<Optional<R>> submit(String workspace, T task) {
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            return Uni.createFrom()
                    .<Optional<R>>emitter(emitter -> enter(workspace, new Waiting<>(task, emitter, context)))
                    .emitOn(then -> in(context, then));
        });
    }

    private void enter(String workspace, Waiting<T, R> one) {
        synchronized (waiting) {
            var line = waiting.get(workspace);
            if (line != null) {
                line.add(one);
                return;
            }
            waiting.put(workspace, new ArrayDeque<>());
        }
        go(workspace, List.of(one));
    }

    /** In the context of its first: there is no telling whose the present one is. */
    private void go(String workspace, List<Waiting<T, R>> group) {
        in(
                group.getFirst().context(),
                () -> work(workspace, group).subscribe().with(answers -> end(workspace, group, answers)));
    }

    private Uni<List<Optional<R>>> work(String workspace, List<Waiting<T, R>> group) {
        return Uni.createFrom()
                .deferred(() -> together.apply(
                        workspace, group.stream().map(Waiting::task).toList()))
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(failure -> Log.debugf("A group of %d goes one by one: %s", group.size(), failure))
                .onFailure()
                .recoverWithItem(
                        () -> group.stream().map(one -> Optional.<R>empty()).toList());
    }

    private void end(String workspace, List<Waiting<T, R>> group, List<Optional<R>> answers) {
        var next = next(workspace);
        if (!next.isEmpty()) {
            go(workspace, next);
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).emitter().complete(answers.get(i));
        }
    }

    private List<Waiting<T, R>> next(String workspace) {
        var next = new ArrayList<Waiting<T, R>>();
        synchronized (waiting) {
            var line = waiting.getOrDefault(workspace, new ArrayDeque<>());
            while (next.size() < MOST_TOGETHER && !line.isEmpty()) {
                next.add(line.remove());
            }
            if (next.isEmpty()) {
                waiting.remove(workspace);
            }
        }
        return next;
    }

    private static void in(@Nullable Context context, Runnable task) {
        if (context == null || context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    private record Waiting<T, R>(
            T task,
            UniEmitter<? super Optional<R>> emitter,
            @Nullable Context context) {}
}
