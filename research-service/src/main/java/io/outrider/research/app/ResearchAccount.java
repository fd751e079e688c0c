package io.outrider.research.app;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Use case: know an account, once per request. The other use cases take a brief and make more of it. */
@ApplicationScoped
public class ResearchAccount {

    private final BriefMaker maker;
    private final Once once;

    ResearchAccount(BriefMaker maker, Once once) {
        this.maker = maker;
        this.once = once;
    }

    /** @param toAnswer from the brief to what the caller wanted of it */
    public <A> Uni<A> run(Request request, ResearchTask task, Function<Made, A> toAnswer, Codec<A> codec) {
        return once.answer(request, task, known -> maker.make(task, known), toAnswer, codec);
    }
}
