package io.outrider.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.queue.Announcer.Ending;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Applies the expiry policy to items that nobody decided, or drafted again, in time. Any number of replicas may sweep at once. */
@ApplicationScoped
public class ExpireItems {

    private static final String BY = "policy";
    private static final int MOST_AT_ONCE = 200;
    private static final String DUE =
            "select workspace_id, id from item where state in ('PENDING', 'ESCALATED', 'RESPONDED')"
                    + " and due_time <= :now" + Sweep.next("due_time");

    private final Sweep sweep;
    private final ItemRows items;
    private final Telling telling;
    private final AuditTrail audit;
    private final Clock clock;

    ExpireItems(ItemRows items, Telling telling, AuditTrail audit, Clock clock, MeterRegistry meters) {
        this.sweep = new Sweep("expire", DUE, meters);
        this.items = items;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "{outrider.review.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> sweep() {
        return sweep(MOST_AT_ONCE);
    }

    Uni<Void> sweep(int most) {
        var now = Moment.now(clock);
        return sweep.run(most, now, key -> items.get(key.workspace(), key.id()).chain(item -> expire(item, now)));
    }

    private Uni<Long> expire(Item item, Instant now) {
        var after = Expiry.of(item, now);
        return items.update(after, List.of())
                .chain(() -> after.state().open() ? Uni.createFrom().voidItem() : announce(after, now))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> audit.append(after.workspace(), List.of(entry(after, now))));
    }

    private Uni<Void> announce(Item item, Instant now) {
        var comment = item.state() == ItemState.RESPONDED
                ? "Nobody decided in time: draft it again from fresh facts"
                : "Nobody decided in time";
        return telling.tell(item, new Ending(BY, now, null, comment, new byte[0]));
    }

    private Entry entry(Item item, Instant now) {
        return audit.entry(
                now,
                Entry.Kind.EXPIRED,
                BY,
                item.id(),
                Map.of(
                        "planted", item.extras().planted(),
                        "policy", item.gating().expiryPolicy(),
                        "state", item.state(),
                        "version", item.version(),
                        "payload_sha256", item.payloadSha256()));
    }
}
