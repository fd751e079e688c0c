package io.outrider.review.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.review.policy.Source;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Label;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calibrators by agent, action type, segment and model, as {@link RefitCalibrators} stored them. Read again at most once a minute. Needs a
 * session of the caller's.
 */
@ApplicationScoped
class Calibrators {

    static final int LEAST_LABELS = 20;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Cache<CalibrationKey, Fit> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    Uni<Fit> of(String workspace, String actionType, Source source) {
        var key = new CalibrationKey(workspace, actionType, source);
        var cached = known.getIfPresent(key);
        return cached != null ? Uni.createFrom().item(cached) : newest(key);
    }

    /** Empty where it is not in memory. */
    Optional<Fit> known(String workspace, String actionType, Source source) {
        return Optional.ofNullable(known.getIfPresent(new CalibrationKey(workspace, actionType, source)));
    }

    /** There is another version now. */
    void forget(CalibrationKey key) {
        known.invalidate(key);
    }

    /** As it is stored now. */
    Uni<Fit> newest(CalibrationKey key) {
        return CalibrationRows.newest(key)
                .chain(stored -> CalibrationRows.labels(key)
                        .map(labels -> new Fit(stored.calibrator(), stored.version(), labels)))
                .invoke(fit -> known.put(key, fit));
    }

    /**
     * @param version 0 where none is stored yet
     * @param labels newest first
     */
    record Fit(Calibrator calibrator, long version, List<Label> labels) {

        boolean counts() {
            return version > 0;
        }
    }
}
