package io.outrider.review.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.Stale;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of all workspaces, every version of them. */
@ApplicationScoped
public class Policies {

    private static final String NEWEST = "select policy_version from workspace where workspace_id = :workspace";
    private static final String ENTER =
            "insert into workspace (workspace_id, policy_version) values (:workspace, 1) on conflict do nothing";
    private static final String REPLACE =
            "update workspace set policy_version = :next where workspace_id = :workspace and policy_version = :read";

    private final AuditTrail audit;
    private final Clock clock;
    private final Rows rows = new Rows();
    /** A version never changes, so it may be kept as long as there is room. */
    private final Cache<PolicyRow.Key, Policy> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Policies(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest one. A workspace that has none gets its first. */
    public Uni<Policy> newest(String workspace) {
        return Panache.withTransaction(() -> newestVersion(workspace)
                .chain(version -> version == 0 ? first(workspace) : version(workspace, version)));
    }

    /**
     * One version, within the caller's transaction.
     *
     * @throws NotFound where the workspace has no such version
     */
    public Uni<Policy> version(String workspace, long version) {
        var key = new PolicyRow.Key(workspace, version);
        var cached = known.getIfPresent(key);
        if (cached != null) {
            return Uni.createFrom().item(cached);
        }
        return rows.findById(key)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("policy version", String.valueOf(version)))
                .map(row -> row.document)
                .invoke(policy -> known.put(key, policy));
    }

    /** Without a session; empty where it is not in memory. */
    public Optional<Policy> known(String workspace, long version) {
        return Optional.ofNullable(known.getIfPresent(new PolicyRow.Key(workspace, version)));
    }

    /** @param version 0 for the newest */
    public Uni<Policy> get(String workspace, long version) {
        return version == 0 ? newest(workspace) : Panache.withSession(() -> version(workspace, version));
    }

    /**
     * Makes the next version, bound to the one that the author read.
     *
     * @throws Stale where the policy changed meanwhile
     */
    public Uni<Policy> replace(String workspace, Policy wanted, Change change) {
        var next = PolicyCheck.check(wanted)
                .numbered(wanted.version() + 1, Moment.now(clock), change.author(), change.reason());
        return newest(workspace)
                .chain(() -> Panache.withTransaction(() -> Requests.used(workspace, change.requestId())
                        .chain(used -> used.isEmpty()
                                ? store(workspace, next, change)
                                : replay(workspace, next, change, used))));
    }

    private Uni<Policy> store(String workspace, Policy next, Change change) {
        return bump(workspace, next.version() - 1)
                .chain(() -> rows.persist(PolicyRow.of(workspace, next)))
                .chain(() -> Requests.remember(workspace, change.requestId(), change.bodySha256(), next.createTime()))
                .chain(() -> audit.append(workspace, List.of(changed(next))))
                .replaceWith(next);
    }

    private Uni<Policy> replay(String workspace, Policy next, Change change, String used) {
        return used.equals(change.bodySha256())
                ? version(workspace, next.version())
                : Uni.createFrom().failure(new RequestIdReused(change.requestId()));
    }

    private Uni<Policy> first(String workspace) {
        var policy = Policy.first(Moment.now(clock));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENTER)
                        .setParameter("workspace", workspace)
                        .executeUpdate())
                .chain(entered -> entered == 0
                        ? version(workspace, 1)
                        : rows.persist(PolicyRow.of(workspace, policy))
                                .chain(() -> audit.append(workspace, List.of(changed(policy))))
                                .replaceWith(policy));
    }

    private Uni<Long> newestVersion(String workspace) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST, Long.class)
                        .setParameter("workspace", workspace)
                        .getSingleResultOrNull())
                .map(version -> version == null ? 0 : version);
    }

    private Uni<Void> bump(String workspace, long read) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACE)
                        .setParameter("workspace", workspace)
                        .setParameter("read", read)
                        .setParameter("next", read + 1)
                        .executeUpdate())
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new Stale("The policy changed since version " + read + " was read");
                    }
                })
                .replaceWithVoid();
    }

    private Entry changed(Policy policy) {
        return audit.entry(
                policy.createTime(),
                Entry.Kind.POLICY_CHANGED,
                policy.createdBy(),
                "",
                Map.of("version", policy.version(), "reason", policy.reason(), "policy", policy));
    }

    /**
     * Who changes a policy, and why.
     *
     * @param bodySha256 of the request, so that a request id is not used for two
     */
    public record Change(String requestId, String bodySha256, String author, String reason) {}

    private static final class Rows implements PanacheRepositoryBase<PolicyRow, PolicyRow.Key> {}
}
