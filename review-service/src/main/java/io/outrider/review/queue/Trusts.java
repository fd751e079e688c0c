package io.outrider.review.queue;

import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Source;
import io.outrider.review.trust.Threshold;
import io.outrider.review.trust.Track;
import io.outrider.review.trust.Trust;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the gate knows of those who propose, when they do. Needs a transaction of the caller's. */
@ApplicationScoped
class Trusts {

    private final Tracks tracks;
    private final Calibrators calibrators;

    Trusts(Tracks tracks, Calibrators calibrators) {
        this.tracks = tracks;
        this.calibrators = calibrators;
    }

    /** Of the candidates of one run; of any other, nothing is known. */
    Uni<Function<Candidate, Trust>> of(String workspace, Policy policy, List<Candidate> candidates) {
        var found = Uni.createFrom().item(new HashMap<String, Trust>());
        for (var candidate : candidates) {
            found = found.chain(map -> one(workspace, policy, candidate).map(trust -> {
                map.put(candidate.origin().key(), trust);
                return map;
            }));
        }
        return found.map(map -> candidate -> map.getOrDefault(candidate.origin().key(), Trust.NONE));
    }

    private Uni<Trust> one(String workspace, Policy policy, Candidate candidate) {
        var type = candidate.origin().actionType();
        return known(workspace, type, candidate.proposed().source()).map(known -> trust(policy, type, known));
    }

    /** Without a session, under a track that was read; empty where the calibrator is not in memory. */
    Optional<Trust> known(String workspace, Policy policy, Candidate candidate, Track track) {
        var type = candidate.origin().actionType();
        return calibrators
                .known(workspace, type, candidate.proposed().source())
                .map(fit -> trust(policy, type, new Known(track, fit)));
    }

    /** Whatever the policy. */
    Uni<Known> known(String workspace, String actionType, Source source) {
        return tracks.of(workspace, new Kind(actionType, source.segmentId()))
                .chain(track -> calibrators.of(workspace, actionType, source).map(fit -> new Known(track, fit)));
    }

    static Trust trust(Policy policy, String type, Known known) {
        var fit = known.fit();
        var target = Catalogue.find(type)
                .map(policy::ruleOf)
                .map(rule -> rule.targetPrecision())
                .orElse(0.0);
        if (!fit.counts()) {
            return new Trust(known.track(), policy.autonomy(), null, 0, 2);
        }
        var threshold = target > 0 ? Threshold.of(fit.labels(), fit.calibrator(), target) : 0;
        return new Trust(known.track(), policy.autonomy(), fit.calibrator(), fit.version(), threshold);
    }

    record Known(Track track, Calibrators.Fit fit) {}
}
