package io.outrider.qualify.wire;

import io.outrider.kit.error.InvalidField;
import io.outrider.qualify.fact.FactStatus;
import io.outrider.qualify.match.Seniority;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import io.outrider.qualify.score.Action;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.RecommendedAction;
import java.util.Optional;

/** The contract's enums and the domain's. What a client sent that this version does not know is refused by name. */
final class Enums {

    private Enums() {}

    static Level level(Level asked) {
        return switch (asked) {
            case LEVEL_UNSPECIFIED -> Level.LEVEL_ASSISTED;
            case LEVEL_RULES, LEVEL_ASSISTED, LEVEL_GUIDED, LEVEL_AUTONOMOUS -> asked;
            case UNRECOGNIZED -> throw new InvalidField("level", "is not known");
        };
    }

    static Weight weight(io.outrider.type.v1.Weight weight, String field) {
        return switch (weight) {
            case WEIGHT_LOW -> Weight.LOW;
            case WEIGHT_UNSPECIFIED, WEIGHT_MEDIUM -> Weight.MEDIUM;
            case WEIGHT_HIGH -> Weight.HIGH;
            case WEIGHT_INSTANT_DISQUALIFIER -> Weight.INSTANT_DISQUALIFIER;
            case UNRECOGNIZED -> throw new InvalidField(field + ".weight", "is not known");
        };
    }

    /** Unsaid, a question speaks for the account; one that disqualifies speaks against it. */
    static FitType fitType(io.outrider.type.v1.FitType fitType, Weight weight, String field) {
        return switch (fitType) {
            case FIT_TYPE_UNSPECIFIED -> weight == Weight.INSTANT_DISQUALIFIER ? FitType.BAD : FitType.GOOD;
            case FIT_TYPE_GOOD -> FitType.GOOD;
            case FIT_TYPE_BAD -> FitType.BAD;
            case UNRECOGNIZED -> throw new InvalidField(field + ".fit_type", "is not known");
        };
    }

    static Seniority seniority(io.outrider.type.v1.Seniority seniority) {
        return switch (seniority) {
            case SENIORITY_UNSPECIFIED, UNRECOGNIZED -> Seniority.UNKNOWN;
            case SENIORITY_INDIVIDUAL -> Seniority.INDIVIDUAL;
            case SENIORITY_MANAGER -> Seniority.MANAGER;
            case SENIORITY_DIRECTOR -> Seniority.DIRECTOR;
            case SENIORITY_VP -> Seniority.VP;
            case SENIORITY_C_LEVEL -> Seniority.C_LEVEL;
        };
    }

    static Action action(RecommendedAction action) {
        return switch (action) {
            case RECOMMENDED_ACTION_ROUTE_TO_SALES -> Action.ROUTE_TO_SALES;
            case RECOMMENDED_ACTION_NURTURE -> Action.NURTURE;
            case RECOMMENDED_ACTION_DISQUALIFY -> Action.DISQUALIFY;
            case RECOMMENDED_ACTION_RESEARCH_MORE -> Action.RESEARCH_MORE;
            case RECOMMENDED_ACTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new InvalidField("recommended_action", "must be set");
        };
    }

    /** Empty for a claim that is no fact: nobody could read or check it. */
    static Optional<FactStatus> factStatus(ClaimStatus status) {
        return switch (status) {
            case CLAIM_STATUS_SUPPORTED -> Optional.of(FactStatus.SUPPORTED);
            case CLAIM_STATUS_PARTIALLY -> Optional.of(FactStatus.PARTIALLY);
            case CLAIM_STATUS_CONTRADICTED -> Optional.of(FactStatus.CONTRADICTED);
            case CLAIM_STATUS_UNSPECIFIED,
                    CLAIM_STATUS_UNVERIFIABLE,
                    CLAIM_STATUS_FETCH_FAILED,
                    CLAIM_STATUS_NO_CLAIM_DATA,
                    UNRECOGNIZED -> Optional.empty();
        };
    }
}
