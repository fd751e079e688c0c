package io.outrider.research.app;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.research.app.Requests.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers a request once. A repeat gets the stored answer; of two that race, both get the one that was stored first. */
@ApplicationScoped
public class Once {

    private final Requests requests;
    private final Clock clock;

    Once(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** @param <A> the answer on the wire */
    public <A> Uni<A> answer(Request request, Supplier<Uni<Made>> work, Function<Made, A> toAnswer, Codec<A> codec) {
        return requests.find(request.workspace(), request.requestId())
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(() -> again(request, known.get(), codec))
                        : work.get().chain(made -> store(request, made, toAnswer.apply(made), codec)));
    }

    private <A> Uni<A> store(Request request, Made made, A answer, Codec<A> codec) {
        var stored = new Stored(request.bodySha256(), codec.encode(answer), new byte[0]);
        return requests.commit(request, stored, made, clock.instant())
                .chain(first -> first
                        ? Uni.createFrom().item(answer)
                        : requests.find(request.workspace(), request.requestId())
                                .map(winner -> again(request, winner.orElseThrow(), codec)));
    }

    private static <A> A again(Request request, Stored stored, Codec<A> codec) {
        if (!request.isRepeatOf(stored.bodySha256())) {
            throw new RequestIdReused(request.requestId());
        }
        return codec.decode(stored);
    }

    /** How answers are kept. */
    public interface Codec<A> {

        byte[] encode(A answer);

        /** Marks the answer as replayed. */
        A decode(Stored stored);
    }
}
