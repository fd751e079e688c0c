package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.StateForbids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** A reviewer's own names for filters. Nobody else sees them. */
@ApplicationScoped
class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 30;

    private static final String LIST = "select name, query from console_view"
            + " where workspace_id = :workspace and subject = :subject order by name";
    private static final String SAVE = """
            insert into console_view (workspace_id, subject, name, query, create_time)
            select :workspace, :subject, :name, :query, :now
            where (select count(*) from console_view where workspace_id = :workspace and subject = :subject
                and name <> :name) < %d
            on conflict (workspace_id, subject, name) do update set query = excluded.query""".formatted(MOST);
    private static final String DROP =
            "delete from console_view where workspace_id = :workspace and subject = :subject and name = :name";

    private final Clock clock;

    SavedViews(Clock clock) {
        this.clock = clock;
    }

    Uni<List<View>> of(Session who) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("workspace", who.workspace())
                        .setParameter("subject", who.subject())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new View((String) row[0], (String) row[1]))
                        .toList()));
    }

    /** @param query of a URL of the queue, made by {@link QueueQuery} */
    Uni<Void> save(Session who, String name, String query) {
        Check.atMost(Check.notBlank(name, "name"), LONGEST_NAME, "name");
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(SAVE)
                                .setParameter("workspace", who.workspace())
                                .setParameter("subject", who.subject())
                                .setParameter("name", name.strip())
                                .setParameter("query", query)
                                .setParameter("now", clock.instant())
                                .executeUpdate()))
                .invoke(saved -> {
                    if (saved == 0) {
                        throw new StateForbids("TOO_MANY_VIEWS", "You have " + MOST + " views: drop one first");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> drop(Session who, String name) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(DROP)
                                .setParameter("workspace", who.workspace())
                                .setParameter("subject", who.subject())
                                .setParameter("name", name)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    @TemplateData
    record View(String name, String query) {}
}
