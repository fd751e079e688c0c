package io.outrider.review.policy;

import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Reversibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an action stands in the matrix of blast radius and reversibility.
 *
 * @param because what makes the blast radius high; empty where it is low
 */
public record Cell(BlastRadius blastRadius, Reversibility reversibility, List<Reason> because) {

    /** Of an action that nobody knows. */
    static final Cell WORST = new Cell(BlastRadius.HIGH, Reversibility.IRREVERSIBLE, List.of());

    public Cell {
        because = List.copyOf(because);
    }

    /** @param grantedToday of this action type, in this workspace */
    static Cell of(ActionType type, ActionRule rule, Risk risk, long grantedToday) {
        var high = new ArrayList<Reason>();
        var many = rule.highBlastAffected() > 0
                ? Math.min(rule.highBlastAffected(), type.highBlastFrom())
                : type.highBlastFrom();
        if (risk.affectedCount() >= many) {
            high.add(new Reason(
                    "blast:affected-count", "Touches " + risk.affectedCount() + ", high from " + many + " on"));
        }
        if (rule.highBlastVolume() > 0 && grantedToday >= rule.highBlastVolume()) {
            high.add(new Reason(
                    "blast:volume", grantedToday + " were granted today, high from " + rule.highBlastVolume() + " on"));
        }
        if (risk.seniority().compareTo(rule.highBlastSeniority()) >= 0) {
            high.add(new Reason(
                    "blast:seniority", "Reaches " + risk.seniority() + ", high from " + rule.highBlastSeniority()));
        }
        if (risk.newSegment()) {
            high.add(new Reason("blast:new-segment", "No message has gone to this segment before"));
        }
        return new Cell(high.isEmpty() ? BlastRadius.LOW : BlastRadius.HIGH, type.reversibility(), high);
    }

    /** The matrix. */
    Gate gate() {
        return switch (blastRadius) {
            case LOW ->
                switch (reversibility) {
                    case REVERSIBLE -> Gate.AUTONOMOUS;
                    case IRREVERSIBLE -> Gate.SPOT_CHECK;
                };
            case HIGH ->
                switch (reversibility) {
                    case REVERSIBLE -> Gate.BATCH_REVIEW;
                    case IRREVERSIBLE -> Gate.MANDATORY;
                };
        };
    }

    Reason reason() {
        return new Reason(
                "matrix:" + lower(blastRadius) + "+" + lower(reversibility),
                "Blast radius " + lower(blastRadius) + ", " + lower(reversibility) + ": "
                        + lower(gate()).replace('_', ' '));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
