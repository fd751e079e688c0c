package io.outrider.research.app;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.research.app.Requests.Known;
import io.outrider.research.app.Requests.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Answers a request once. A repeat gets the stored answer; of two that race, both get the one that was stored first. */
@ApplicationScoped
class Once {

    private final Requests requests;
    private final Clock clock;

    Once(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** @param <A> the answer on the wire */
    <A> Uni<A> answer(
            Request request,
            ResearchTask task,
            Function<Known, Uni<Made>> work,
            Function<Made, A> toAnswer,
            Codec<A> codec) {
        return requests.recall(request, task, clock.instant())
                .chain(known -> known.answer().isPresent()
                        ? Uni.createFrom()
                                .item(() -> again(request, known.answer().get(), codec))
                        : work.apply(known).chain(made -> store(request, task, made, toAnswer.apply(made), codec)));
    }

    private <A> Uni<A> store(Request request, ResearchTask task, Made made, A answer, Codec<A> codec) {
        var now = clock.instant();
        return requests.commit(request, codec.encode(request, answer), made, now)
                .chain(first -> first
                        ? Uni.createFrom().item(answer)
                        : requests.recall(request, task, now)
                                .map(winner -> again(request, winner.answer().orElseThrow(), codec)));
    }

    private static <A> A again(Request request, Stored stored, Codec<A> codec) {
        if (!request.isRepeatOf(stored.bodySha256())) {
            throw new RequestIdReused(request.requestId());
        }
        return codec.decode(stored);
    }
}
