package io.outrider.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.queue.CalibrationRows.Due;
import io.outrider.review.queue.CalibrationRows.Stored;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Drift;
import io.outrider.review.trust.Label;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fits calibrators to new decisions, stores a version where it differs enough from the one before, and tells when the newest decisions are not
 * what the ones before them promised. Any number of replicas may do so at once.
 */
@ApplicationScoped
public class RefitCalibrators {

    /** As much may the corrected confidence be off before there is a new version. */
    static final double ENOUGH = 0.02;

    private static final Logger LOG = Logger.getLogger(RefitCalibrators.class);
    private static final String BY = "calibration";
    private static final int MOST_AT_ONCE = 500;

    private final Calibrators calibrators;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    RefitCalibrators(Calibrators calibrators, AuditTrail audit, MeterRegistry meters, Clock clock) {
        this.calibrators = calibrators;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(every = "{outrider.review.calibrate}", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> sweep() {
        return sweep(0, MOST_AT_ONCE);
    }

    /** One in a transaction of its own; what fails stays due, and does not stop what is behind it. */
    private Uni<Void> sweep(long after, int left) {
        var taken = new AtomicReference<@Nullable Due>();
        return Panache.withTransaction(() -> CalibrationRows.take(after)
                        .invoke(due -> taken.set(due.orElse(null)))
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : refit(due.get().key(), Moment.now(clock))))
                .onFailure(failure -> taken.get() != null)
                .invoke(failure -> LOG.errorf(failure, "A calibrator could not be fitted: %s", taken.get()))
                .onFailure(failure -> taken.get() != null)
                .recoverWithNull()
                .chain(() -> next(taken.get(), left));
    }

    private Uni<Void> next(@Nullable Due done, int left) {
        if (done == null) {
            return Uni.createFrom().voidItem();
        }
        calibrators.forget(done.key());
        return left > 1 ? sweep(done.place(), left - 1) : Uni.createFrom().voidItem();
    }

    private Uni<Void> refit(CalibrationKey key, Instant now) {
        return CalibrationRows.labels(key)
                .chain(labels -> labels.size() < Calibrators.LEAST_LABELS
                        ? Uni.createFrom().voidItem()
                        : store(key, labels, now).chain(() -> watch(key, Drift.of(labels), now)));
    }

    private static Uni<Void> store(CalibrationKey key, List<Label> labels, Instant now) {
        var fitted = Calibrator.fit(labels);
        return CalibrationRows.newest(key)
                .map(stored -> next(stored, fitted))
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : CalibrationRows.insert(key, next.get(), labels.size(), now));
    }

    private static Optional<Stored> next(Stored stored, Calibrator fitted) {
        var same = stored.version() > 0
                && stored.calibrator().fits() == fitted.fits()
                && Calibrator.distance(stored.calibrator(), fitted) < ENOUGH;
        return same ? Optional.empty() : Optional.of(new Stored(stored.version() + 1, fitted));
    }

    /** An alarm is told once, until it is over. */
    private Uni<Void> watch(CalibrationKey key, Drift drift, Instant now) {
        return CalibrationRows.watch(key, drift, now)
                .chain(before -> before || !drift.alarm()
                        ? Uni.createFrom().voidItem()
                        : audit.append(key.workspace(), List.of(entry(key, drift, now)))
                                .invoke(() -> tell(key, drift))
                                .replaceWithVoid());
    }

    private void tell(CalibrationKey key, Drift drift) {
        meters.counter("outrider.review.calibration.drift", "action_type", key.actionType())
                .increment();
        LOG.warnf(
                "The newest decisions on %s are %.1f standard errors from what was predicted of them: agent %s, segment %s, model %s",
                key.actionType(),
                drift.value(),
                key.source().agent(),
                key.source().segmentId(),
                key.source().model());
    }

    private Entry entry(CalibrationKey key, Drift drift, Instant now) {
        return audit.entry(
                now,
                Entry.Kind.CALIBRATION_DRIFTED,
                BY,
                "",
                Map.of(
                        "action_type", key.actionType(),
                        "agent", key.source().agent(),
                        "segment", key.source().segmentId(),
                        "model", key.source().model(),
                        "drift", drift.value()));
    }
}
