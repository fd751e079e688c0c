package io.outrider.review.console;

import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.console.ItemView.Unknown;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.ReviewItem;
import org.jspecify.annotations.Nullable;

/** What somebody can do about an action of which nobody knows whether it happened. */
final class Unknowns {

    private Unknowns() {}

    /** Null where the outcome is known, or there is none yet. */
    static @Nullable Unknown of(ReviewItem item) {
        if (item.getOutcome() != EffectOutcome.EFFECT_OUTCOME_UNKNOWN) {
            return null;
        }
        var proposal = item.getProposal();
        return new Unknown(
                Catalogue.find(proposal.getActionType())
                        .map(ActionType::connector)
                        .orElse("outside"),
                item.getOutcomeDetail(),
                "outrider resolve " + proposal.getOrigin().getRunId() + " " + proposal.getKey()
                        + " happened|did-not-happen --comment TEXT");
    }
}
