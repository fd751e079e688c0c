package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.RunKey;
import java.util.List;
import java.util.function.Function;

/** Something of a run, with the run's name: a row of a table below it. */
record OfRun<T>(RunKey run, T of) {

    static <T> List<OfRun<T>> flatten(List<Move> moves, Function<Move, List<T>> parts) {
        return moves.stream()
                .flatMap(m ->
                        parts.apply(m).stream().map(part -> new OfRun<>(m.next().key(), part)))
                .toList();
    }
}
