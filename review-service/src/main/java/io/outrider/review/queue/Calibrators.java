package io.outrider.review.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.review.policy.Source;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Label;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Calibrators by agent, action type, segment and model, fitted to the newest decisions. Fitted again at most once a minute; the
 * version is the number of decisions that it was fitted to, so that anybody can fit it again. Needs a session of the caller's.
 */
@ApplicationScoped
class Calibrators {

    static final int LEAST_LABELS = 20;

    private static final int MOST_LABELS = 2_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String LABELS =
            "select confidence, state, seen_share from item where workspace_id = :workspace"
                    + " and action_type = :type and segment_id = :segment and agent = :agent and model = :model and not planted"
                    + " and state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED', 'RESPONDED') order by id desc limit "
                    + MOST_LABELS;

    private final Cache<Key, Fit> fitted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    Uni<Fit> of(String workspace, String actionType, Source source) {
        var key = new Key(workspace, actionType, source);
        var known = fitted.getIfPresent(key);
        return known != null ? Uni.createFrom().item(known) : newest(workspace, actionType, source);
    }

    /** Fitted to the decisions as they are now, for who looks at the fit itself. */
    Uni<Fit> newest(String workspace, String actionType, Source source) {
        var key = new Key(workspace, actionType, source);
        return labels(key).map(Calibrators::fit).invoke(fit -> fitted.put(key, fit));
    }

    private static Fit fit(List<Label> labels) {
        return new Fit(Calibrator.fit(labels), labels);
    }

    private static Uni<List<Label>> labels(Key key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LABELS, Object[].class)
                        .setParameter("workspace", key.workspace())
                        .setParameter("type", key.actionType())
                        .setParameter("segment", key.source().segmentId())
                        .setParameter("agent", key.source().agent())
                        .setParameter("model", key.source().model())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Label(
                                ((Number) row[0]).doubleValue(),
                                row[1].equals(ItemState.ACCEPTED.name()),
                                1 / ((Number) row[2]).doubleValue()))
                        .toList());
    }

    private record Key(String workspace, String actionType, Source source) {}

    /** @param labels newest first */
    record Fit(Calibrator calibrator, List<Label> labels) {

        boolean counts() {
            return labels.size() >= LEAST_LABELS;
        }
    }
}
