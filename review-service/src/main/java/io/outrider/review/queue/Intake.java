package io.outrider.review.queue;

import io.outrider.kit.grant.GrantClaims;
import io.outrider.kit.id.Ids;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Verdict;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.Trust;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes items of proposals, as one policy judges them. */
final class Intake {

    private static final String BY_POLICY = "policy";

    private final Gatekeeper gatekeeper;
    private final GrantSigner signer;
    private final Policy policy;
    private final String workspace;
    private final Instant now;
    private final Map<String, Long> grantedToday;
    private final Function<Candidate, Trust> trusts;
    private final Map<String, Long> grantedNow = new HashMap<>();
    private final Map<Kind, Passed> passed =
            new TreeMap<>(Comparator.comparing(Kind::actionType).thenComparing(Kind::segmentId));

    Intake(
            Gatekeeper gatekeeper,
            GrantSigner signer,
            Policy policy,
            String workspace,
            Instant now,
            Map<String, Long> grantedToday,
            Function<Candidate, Trust> trusts) {
        this.gatekeeper = gatekeeper;
        this.signer = signer;
        this.policy = policy;
        this.workspace = workspace;
        this.now = now;
        this.grantedToday = grantedToday;
        this.trusts = trusts;
    }

    /** A proposal that nobody has seen. */
    Item admit(Candidate candidate, String id) {
        return item(candidate, id, 1, List.of(), judge(candidate));
    }

    /** The next draft of what a person sent back: a person sees it, whatever the policy lets pass. */
    Item admitAgain(Candidate candidate, Item before) {
        return item(
                candidate,
                before.id(),
                before.version() + 1,
                before.decisions(),
                judge(candidate).sentBack());
    }

    private Verdict judge(Candidate candidate) {
        var type = candidate.origin().actionType();
        var count = grantedToday.getOrDefault(type, 0L) + grantedNow.getOrDefault(type, 0L);
        return gatekeeper.decide(candidate.proposed(), policy, count, trust(candidate));
    }

    private Item item(Candidate candidate, String id, int version, List<Decision> before, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted granted -> {
                grantedNow.merge(candidate.origin().actionType(), 1L, Long::sum);
                passed.merge(Kind.of(candidate), new Passed(granted.assessment().level(), 1), Passed::and);
                yield item(
                        candidate, id, version, before, ItemState.AUTO_GRANTED, granted, grant(candidate, id, version));
            }
            case Verdict.Pending pending ->
                item(candidate, id, version, before, ItemState.PENDING, pending, new Answer.Waiting());
            case Verdict.Refused refused ->
                item(
                        candidate,
                        id,
                        version,
                        before,
                        ItemState.REFUSED,
                        refused,
                        new Answer.Refused(refused.code(), refused.message()));
        };
    }

    /**
     * A known-bad copy, as it would wait beside the proposal that it is like; empty where it would not. No grant is signed on the
     * way.
     */
    Optional<Item> plant(Candidate bad, Candidate like) {
        var type = bad.origin().actionType();
        var verdict = gatekeeper.decide(bad.proposed(), policy, grantedToday.getOrDefault(type, 0L), trust(like));
        if (!(verdict instanceof Verdict.Pending)) {
            return Optional.empty();
        }
        var item = item(bad, Ids.next("itm"), 1, List.of(), ItemState.PENDING, verdict, new Answer.Waiting());
        return Optional.of(item.with(extras(bad, trust(like), verdict).asPlanted()));
    }

    /** What passed alone, by kind in order. */
    Map<Kind, Passed> passedAlone() {
        return passed;
    }

    private Trust trust(Candidate candidate) {
        return trusts.apply(candidate);
    }

    private static Extras extras(Candidate candidate, Trust trust, Verdict verdict) {
        var raw = candidate.proposed().risk().confidence();
        return Extras.of(candidate.proposed().source(), raw)
                .judged(
                        verdict.assessment().sampled(),
                        verdict.assessment().wouldPass(),
                        trust.calibrator() == null ? null : trust.confidence(raw),
                        trust.calibrationVersion())
                .found(candidate.findings());
    }

    /** By action type. */
    Map<String, Long> grantedNow() {
        return Map.copyOf(grantedNow);
    }

    private Item item(
            Candidate candidate,
            String id,
            int version,
            List<Decision> before,
            ItemState state,
            Verdict verdict,
            Answer answer) {
        return new Item(
                workspace,
                id,
                version,
                state,
                candidate.origin(),
                candidate.payload().sha256(),
                gating(candidate, verdict),
                candidate.proposed().wording(),
                null,
                answer,
                now,
                candidate.summary(),
                before,
                extras(candidate, trust(candidate), verdict));
    }

    private Gating gating(Candidate candidate, Verdict verdict) {
        var assessment = verdict.assessment();
        var rule = Catalogue.find(candidate.origin().actionType()).map(policy::ruleOf);
        return new Gating(
                assessment.gate(),
                assessment.cell().blastRadius(),
                assessment.cell().reversibility(),
                assessment.reasons(),
                policy.version(),
                assessment.gate() == Gate.MANDATORY
                        ? rule.map(r -> r.requiredApprovals()).orElse(1)
                        : 1,
                rule.map(r -> r.expiryPolicy()).orElse(ExpiryPolicy.DROP),
                Priority.of(
                        assessment.gate(),
                        candidate.proposed().risk(),
                        candidate.proposed().wording(),
                        now.plus(policy.reviewWindow())),
                now.plus(policy.reviewWindow()),
                assessment.seenShare());
    }

    private Answer grant(Candidate candidate, String id, int version) {
        var claims = new GrantClaims(
                Ids.next("grt"),
                candidate.origin().domain(),
                workspace,
                candidate.origin().actionType(),
                candidate.origin().runId(),
                candidate.origin().key(),
                candidate.payload().sha256(),
                id,
                version,
                BY_POLICY,
                policy.version(),
                now,
                now.plus(policy.grantLifetime()));
        return new Answer.Granted(claims.id(), signer.grant(claims), claims.payloadSha256(), claims.expiresAt());
    }

    /** How many of a kind passed alone, and the level that let them. */
    record Passed(AutonomyLevel level, int count) {

        private Passed and(Passed more) {
            return new Passed(level, count + more.count);
        }
    }
}
