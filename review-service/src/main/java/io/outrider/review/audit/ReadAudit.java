package io.outrider.review.audit;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Use case: reads a workspace's events, newest first. */
@ApplicationScoped
public class ReadAudit {

    private static final String NEWEST = "select " + LinkRows.COLUMNS
            + " from audit_event where workspace_id = $1 and number < $2 and ($3 = '' or item_id = $3)"
            + " order by number desc limit $4";

    private static final int MOST = 2_000;
    private static final String OF_ITEMS = "select " + LinkRows.COLUMNS
            + " from audit_event where workspace_id = $1 and item_id = any($2) order by number limit " + MOST;

    private final Pool pool;

    ReadAudit(Pool pool) {
        this.pool = pool;
    }

    /** @param itemId empty for events of any item, or of none */
    public Uni<Page<Link>> page(String workspace, String itemId, PageSize size, String token) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(workspace, before(token), itemId, size.plusOne()))
                .map(rows -> {
                    var links = new ArrayList<Link>();
                    rows.forEach(row -> links.add(LinkRows.link(row)));
                    return page(links, size);
                });
    }

    /** What happened to these items, oldest first; at most 2,000 events. */
    public Uni<List<Entry>> ofItems(String workspace, List<String> itemIds) {
        return pool.preparedQuery(OF_ITEMS)
                .execute(Tuple.of(workspace, itemIds.toArray(String[]::new)))
                .map(rows -> {
                    var entries = new ArrayList<Entry>();
                    rows.forEach(row -> entries.add(LinkRows.link(row).entry()));
                    return entries;
                });
    }

    private static Page<Link> page(ArrayList<Link> links, PageSize size) {
        if (links.size() <= size.value()) {
            return new Page<>(links, "");
        }
        var shown = links.subList(0, size.value());
        return new Page<>(shown, Long.toString(shown.getLast().number(), Character.MAX_RADIX));
    }

    private static long before(String token) {
        try {
            return token.isEmpty() ? Long.MAX_VALUE : Long.parseLong(token, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw new InvalidField("page_token", "was not issued by this service");
        }
    }
}
