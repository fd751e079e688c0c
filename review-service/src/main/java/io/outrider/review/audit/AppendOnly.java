package io.outrider.review.audit;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does not let the service start with a role that could change the audit log: another role owns the tables, and the schema and database
 * with which they could be dropped, and migrates them
 * (OUTRIDER_DB_MIGRATE_USER). OUTRIDER_AUDIT_UNGUARDED=true starts it all the same, and says so loudly.
 */
@ApplicationScoped
class AppendOnly {

    private static final Logger LOG = Logger.getLogger(AppendOnly.class);
    private static final String MAY_CHANGE = """
            select current_user::text as role, (pg_has_role(current_user, c.relowner, 'MEMBER')
                or pg_has_role(current_user, n.nspowner, 'MEMBER') or pg_has_role(current_user, d.datdba, 'MEMBER')
                or has_table_privilege(c.oid, 'UPDATE') or has_any_column_privilege(c.oid, 'UPDATE')
                or has_table_privilege(c.oid, 'DELETE') or has_table_privilege(c.oid, 'TRUNCATE')
                or has_table_privilege(c.oid, 'TRIGGER')) as may_change
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_database d
            where c.oid = 'audit_event'::regclass and d.datname = current_database()""";

    private final Pool pool;
    private final boolean unguarded;

    AppendOnly(Pool pool, @ConfigProperty(name = "outrider.audit.unguarded") boolean unguarded) {
        this.pool = pool;
        this.unguarded = unguarded;
    }

    void check(@Observes StartupEvent started) {
        var row = pool.query(MAY_CHANGE).executeAndAwait().iterator().next();
        if (!row.getBoolean("may_change")) {
            return;
        }
        var problem =
                "The role " + row.getString("role") + " can change the audit log: let another role own the tables,"
                        + " and name it in OUTRIDER_DB_MIGRATE_USER and OUTRIDER_DB_MIGRATE_PASSWORD (docs/operating.md)";
        if (!unguarded) {
            throw new IllegalStateException(problem);
        }
        LOG.warn(problem);
    }
}
