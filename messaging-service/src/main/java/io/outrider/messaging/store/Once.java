package io.outrider.messaging.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives each request one answer, whoever asks how often. */
@ApplicationScoped
public class Once {

    private final Results results;

    Once(Results results) {
        this.results = results;
    }

    /** @param make called only where nobody asked this before; of two racing calls the slower gets the other's answer */
    public Uni<Given> get(RequestKey request, Supplier<Uni<StoredResult>> make) {
        return get(request, make, result -> results.add(request, result));
    }

    /** As {@link #get(RequestKey, Supplier)}, for a result that is kept in a way of its own. */
    public Uni<Given> get(
            RequestKey request, Supplier<Uni<StoredResult>> make, Function<StoredResult, Uni<Boolean>> keep) {
        return results.madeBy(request)
                .chain(known -> known.map(result -> Uni.createFrom().item(new Given(result, true)))
                        .orElseGet(() -> make.get().chain(result -> keep(request, result, keep))));
    }

    private Uni<Given> keep(RequestKey request, StoredResult result, Function<StoredResult, Uni<Boolean>> keep) {
        return keep.apply(result)
                .chain(added -> added ? Uni.createFrom().item(new Given(result, false)) : winner(request));
    }

    private Uni<Given> winner(RequestKey request) {
        return results.madeBy(request).map(known -> new Given(known.orElseThrow(), true));
    }

    /** @param replayed the result is an earlier request's */
    public record Given(StoredResult result, boolean replayed) {}
}
