package io.outrider.orchestrator.step;

import jakarta.enterprise.context.ApplicationScoped;

/** What a run knew when it proposed. The agents return what they answered then; in a new round they work again. */
@ApplicationScoped
class Recall {

    private final Research research;
    private final Qualify qualify;
    private final Draft draft;
    private final Offer offer;

    Recall(Research research, Qualify qualify, Draft draft, Offer offer) {
        this.research = research;
        this.qualify = qualify;
        this.draft = draft;
        this.offer = offer;
    }

    Known of(Journey journey) {
        var brief = research.of(journey);
        var verdict = qualify.of(journey, brief.result());
        var known = Walk.known(journey, brief, verdict);
        if (!offer.needsMessages(journey, known)) {
            return known;
        }
        return draft.of(journey, brief.result(), verdict.result())
                .map(known::with)
                .orElse(known);
    }
}
