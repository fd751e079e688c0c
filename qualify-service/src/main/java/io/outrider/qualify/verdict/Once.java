package io.outrider.qualify.verdict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Makes each request's verdict once, whoever asks how often. */
@ApplicationScoped
public class Once {

    private final Verdicts verdicts;

    Once(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** @param make called only where nobody asked this before; of two racing calls the slower gets the other's verdict */
    public Uni<Outcome> get(RequestKey request, Supplier<Uni<StoredVerdict>> make) {
        return verdicts.madeBy(request)
                .chain(known -> known.map(verdict -> Uni.createFrom().item(new Outcome(verdict, true)))
                        .orElseGet(() -> make.get().chain(verdict -> keep(request, verdict))));
    }

    private Uni<Outcome> keep(RequestKey request, StoredVerdict verdict) {
        return verdicts.add(request, verdict)
                .chain(added -> added ? Uni.createFrom().item(new Outcome(verdict, false)) : winner(request));
    }

    private Uni<Outcome> winner(RequestKey request) {
        return verdicts.madeBy(request).map(known -> new Outcome(known.orElseThrow(), true));
    }

    /** @param replayed the verdict is an earlier request's */
    public record Outcome(StoredVerdict verdict, boolean replayed) {}
}
