package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.RunKey;
import java.util.List;
import java.util.function.Function;

/** Something of a run, with the run's name: a row of a table below it. */
public record OfRun<T>(RunKey run, T of) {

    public static <M, T> List<OfRun<T>> flatten(List<M> all, Function<M, RunKey> run, Function<M, List<T>> parts) {
        return all.stream()
                .flatMap(m -> parts.apply(m).stream().map(part -> new OfRun<>(run.apply(m), part)))
                .toList();
    }
}
