package io.outrider.review.policy;

import io.outrider.review.catalogue.ActionType;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Verdict.Assessment;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether an action may be taken at once, must be asked for, or may not be taken. The matrix gives the gate; every
 * other rule can only add a person, never take one away.
 */
public final class Gatekeeper {

    private final Forbidden forbidden = new Forbidden();

    /** {@link #decide(Proposed, Policy, long, Trust)} of what nobody has seen before. */
    public Verdict decide(Proposed proposed, Policy policy, long grantedToday) {
        return decide(proposed, policy, grantedToday, Trust.NONE);
    }

    /** @param grantedToday grants of this action type in this workspace since midnight UTC */
    public Verdict decide(Proposed proposed, Policy policy, long grantedToday, Trust trust) {
        return Catalogue.find(proposed.actionType())
                .map(type -> decide(type, proposed, policy, grantedToday, trust))
                .orElseGet(() -> unknown(proposed));
    }

    /**
     * Whether the policy refuses an action outright. Asked again when a person approves: what a person lets pass must still be
     * allowed.
     */
    public Optional<Verdict.Refused> refusal(Proposed proposed, Policy policy, long grantedToday) {
        return decide(proposed, policy, grantedToday) instanceof Verdict.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    private Verdict decide(ActionType type, Proposed proposed, Policy policy, long grantedToday, Trust trust) {
        var rule = policy.ruleOf(type);
        var cell = Cell.of(type, rule, proposed.risk(), grantedToday);
        return refusal(rule, cell, proposed, policy, grantedToday)
                .or(() -> scopeMissing(type, cell, policy))
                .orElseGet(() -> gated(rule, cell, proposed, policy, trust));
    }

    private static Optional<Verdict> scopeMissing(ActionType type, Cell cell, Policy policy) {
        return type.scopes().stream()
                .filter(scope -> !policy.scopes().isEmpty() && !policy.scopes().contains(scope))
                .findFirst()
                .flatMap(scope -> refused(cell, "SCOPE", "The policy does not allow the scope " + scope));
    }

    private Optional<Verdict> refusal(ActionRule rule, Cell cell, Proposed proposed, Policy policy, long grantedToday) {
        if (policy.killSwitch()) {
            return refused(cell, "KILL_SWITCH", "The kill switch of the workspace is set");
        }
        if (rule.disabled()) {
            return refused(cell, "DISABLED", "The policy disables " + rule.actionType());
        }
        for (var condition : rule.forbiddenIf()) {
            if (forbidden.holds(condition, proposed) == Forbidden.Answer.YES) {
                return refused(cell, "FORBIDDEN", "Forbidden where " + condition);
            }
        }
        if (rule.dailyCap() > 0 && grantedToday >= rule.dailyCap()) {
            return refused(cell, "DAILY_CAP", grantedToday + " were granted today, the cap is " + rule.dailyCap());
        }
        return Optional.empty();
    }

    private Verdict gated(ActionRule rule, Cell cell, Proposed proposed, Policy policy, Trust trust) {
        var track = trust.track().startingAt(rule.startLevel(), policy.autonomy());
        var people = People.reasons(rule, proposed, policy, trust, forbidden);
        var levels = People.levels(policy, track);
        var gate = cell.gate();
        var matrixAsks = gate == Gate.MANDATORY || gate == Gate.BATCH_REVIEW;
        var wouldPass = !matrixAsks && people.isEmpty();
        var sample = Sample.of(rule, gate, proposed, policy, trust, wouldPass && levels.isEmpty() ? track : Track.NEW);

        var reasons = new ArrayList<Reason>();
        if (matrixAsks) {
            reasons.add(cell.reason());
            reasons.addAll(cell.because());
        }
        reasons.addAll(people);
        reasons.addAll(levels);
        reasons.addAll(sample.reasons());
        if (!matrixAsks) {
            reasons.add(cell.reason());
        }
        var passes = wouldPass && levels.isEmpty() && !sample.picked();
        var share = wouldPass && levels.isEmpty() ? sample.share() : 1;
        return passes
                ? new Verdict.Granted(new Assessment(gate, cell, reasons, true, false, share, track.level()))
                : new Verdict.Pending(
                        new Assessment(laneOf(gate), cell, reasons, wouldPass, sample.picked(), share, track.level()));
    }

    static Gate laneOf(Gate gate) {
        return gate == Gate.AUTONOMOUS ? Gate.BATCH_REVIEW : gate;
    }

    private static Optional<Verdict> refused(Cell cell, String code, String message) {
        var rule = "refused:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        var reasons = new ArrayList<>(List.of(new Reason(rule, message), cell.reason()));
        reasons.addAll(cell.because());
        return Optional.of(new Verdict.Refused(new Assessment(cell.gate(), cell, reasons), code, message));
    }

    private static Verdict unknown(Proposed proposed) {
        var message = "The catalogue has no action type " + proposed.actionType();
        var reason = new Reason("refused:unknown-action-type", message);
        return new Verdict.Refused(
                new Assessment(Gate.MANDATORY, Cell.WORST, List.of(reason)), "UNKNOWN_ACTION_TYPE", message);
    }
}
