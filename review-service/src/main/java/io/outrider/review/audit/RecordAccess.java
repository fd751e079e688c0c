package io.outrider.review.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Use case: writes down who came to the console and went, beside the sign-ins themselves. Whoever names a workspace that is not there leaves
 * only a line in the service's log: a stranger must not be able to begin a chain.
 */
@ApplicationScoped
public class RecordAccess {

    private static final Logger LOG = Logger.getLogger(RecordAccess.class);
    private static final String KNOWN = "select 1 from workspace where workspace_id = :workspace";

    private final AuditTrail audit;
    private final Clock clock;

    RecordAccess(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A link was made that signs this person in. */
    public Uni<Void> linkMade(String workspace, String subject) {
        return record(workspace, subject, Entry.Kind.LINK_MADE, Map.of());
    }

    /** Somebody who said to be this person was not let in. */
    public Uni<Void> refused(String workspace, String subject, String with, String why) {
        return record(workspace, subject, Entry.Kind.SIGN_IN_REFUSED, Map.of("with", with, "why", why));
    }

    public Uni<Void> signedOut(String workspace, String subject, boolean everywhere) {
        return record(workspace, subject, Entry.Kind.SIGNED_OUT, Map.of("everywhere", everywhere));
    }

    private Uni<Void> record(String workspace, String subject, Entry.Kind kind, Map<String, ?> detail) {
        var entry = audit.entry(Moment.now(clock), kind, subject, "", detail);
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Integer.class)
                        .setParameter("workspace", workspace)
                        .getSingleResultOrNull())
                .chain(known -> {
                    if (known == null) {
                        LOG.warnf("%s of %s in the unknown workspace %s: %s", kind, subject, workspace, detail);
                        return Uni.createFrom().voidItem();
                    }
                    return audit.append(workspace, List.of(entry)).replaceWithVoid();
                }));
    }
}
