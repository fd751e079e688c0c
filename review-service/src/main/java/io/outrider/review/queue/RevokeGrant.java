package io.outrider.review.queue;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Requests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Use case: an operator takes one grant back. Taking it back again changes nothing. */
@ApplicationScoped
public class RevokeGrant {

    private final AuditTrail audit;
    private final CheckGrants checks;
    private final Clock clock;

    RevokeGrant(AuditTrail audit, CheckGrants checks, Clock clock) {
        this.audit = audit;
        this.checks = checks;
        this.clock = clock;
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public record Wish(
            String workspace, String requestId, String bodySha256, String grantId, String reason, String by) {}

    /** What the grant is worth then. */
    public Uni<GrantStatus> run(Wish wish) {
        return Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                        .chain(opening -> {
                            if (opening.bodySha256().isEmpty()) {
                                return revoke(wish);
                            }
                            return opening.bodySha256().equals(wish.bodySha256())
                                    ? Uni.createFrom().voidItem()
                                    : Uni.createFrom().<Void>failure(new RequestIdReused(wish.requestId()));
                        }))
                .chain(() -> checks.run(wish.workspace(), List.of(wish.grantId())))
                .map(List::getFirst);
    }

    private Uni<Void> revoke(Wish wish) {
        var now = Moment.now(clock);
        return Revocations.itemOf(wish.workspace(), wish.grantId())
                .chain(item -> Revocations.add(wish.workspace(), wish.grantId(), wish.reason(), wish.by(), now)
                        .chain(() -> Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now))
                        .chain(() -> audit.append(
                                wish.workspace(),
                                List.of(audit.entry(
                                        now,
                                        Entry.Kind.REVOKED,
                                        wish.by(),
                                        item,
                                        Map.of("grant", wish.grantId(), "reason", wish.reason()))))))
                .replaceWithVoid();
    }
}
