package io.outrider.review.queue;

import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Proposed;
import io.outrider.review.policy.Reason;
import io.outrider.review.policy.Verdict;
import io.outrider.review.trust.Trust;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges old proposals again under two policies, oldest first, and keeps what differs. What a day has had of grants is counted from
 * what each policy grants and from what people approved; both policies see the same trust, that of today.
 */
public final class Replay {

    /** Of changes that are told one by one. All are counted. */
    static final int MOST_CHANGES = 500;

    private final Side old;
    private final Side candidate;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int tested;

    Replay(Gatekeeper gatekeeper, Policy old, Policy candidate) {
        this.old = new Side(gatekeeper, old);
        this.candidate = new Side(gatekeeper, candidate);
    }

    void judge(Past past) {
        var before = old.judge(past);
        var after = candidate.judge(past);
        tested++;
        counts.merge(outcome(before) + " -> " + outcome(after), 1, Integer::sum);
        var same = outcome(before).equals(outcome(after)) && gate(before) == gate(after);
        if (!same) {
            changes.add(new Change(
                    past.itemId(), past.proposed().actionType(), past.domain(), Side.side(before), Side.side(after)));
        }
    }

    Replayed result() {
        var newest = changes.reversed();
        return new Replayed(
                tested, List.copyOf(newest.subList(0, Math.min(newest.size(), MOST_CHANGES))), Map.copyOf(counts));
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted ignored -> "GRANTED";
            case Verdict.Pending ignored -> "PENDING";
            case Verdict.Refused ignored -> "REFUSED";
        };
    }

    private static Gate gate(Verdict verdict) {
        return verdict.assessment().gate();
    }

    /** @param approved whether people let it pass, where they were asked */
    record Past(String itemId, String domain, Instant time, boolean approved, Proposed proposed, Kin kin) {}

    /** What is known of those whose proposal it is, under either policy. */
    interface Kin {
        Trust under(Policy policy);
    }

    /** @param changes newest first, at most {@link #MOST_CHANGES} @param counts by "old -> new" outcome, of all */
    public record Replayed(int tested, List<Change> changes, Map<String, Integer> counts) {}

    public record Change(String itemId, String actionType, String domain, Judged before, Judged after) {}

    /** @param outcome "GRANTED", "PENDING" or "REFUSED" */
    public record Judged(String outcome, Gate gate, List<Reason> reasons) {}

    /** One policy, and what it would have granted so far. */
    private static final class Side {

        private final Gatekeeper gatekeeper;
        private final Policy policy;
        private final Map<DayOf, Long> granted = new HashMap<>();

        Side(Gatekeeper gatekeeper, Policy policy) {
            this.gatekeeper = gatekeeper;
            this.policy = policy;
        }

        Verdict judge(Past past) {
            var day = new DayOf(
                    LocalDate.ofInstant(past.time(), ZoneOffset.UTC),
                    past.proposed().actionType());
            var verdict = gatekeeper.decide(
                    past.proposed(),
                    policy,
                    granted.getOrDefault(day, 0L),
                    past.kin().under(policy));
            if (verdict instanceof Verdict.Granted || verdict instanceof Verdict.Pending && past.approved()) {
                granted.merge(day, 1L, Long::sum);
            }
            return verdict;
        }

        static Judged side(Verdict verdict) {
            return new Judged(
                    outcome(verdict), gate(verdict), verdict.assessment().reasons());
        }
    }

    private record DayOf(LocalDate day, String actionType) {}
}
