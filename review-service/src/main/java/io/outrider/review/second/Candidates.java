package io.outrider.review.second;

import io.outrider.kit.error.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Items that one person decided alone and for good, drawn for a second look and not looked at yet. What was held, withdrawn, sent back or
 * decided by two is none, nor is what was planted. Needs a session of the caller's.
 */
final class Candidates {

    /** Who edits makes a version; the one before it is what they had before them. */
    private static final String FOUND = """
            select d.item_id, case d.type when 'EDIT' then d.version - 1 else d.version end as version, d.decided_by, d.type
            from item_decision d join item i on i.workspace_id = d.workspace_id and i.id = d.item_id
            where d.workspace_id = :workspace and d.decide_time >= :since
                and d.type in ('ACCEPT', 'EDIT', 'REJECT', 'IGNORE')
                and i.state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED') and not i.planted
                and d.decided_by <> :by and i.author <> :by
                and second_look_draw(i.run_id, i.proposal_key) < :rate
                and not exists (select 1 from item_decision o where o.workspace_id = d.workspace_id
                    and o.item_id = d.item_id and o.number <> d.number)
                and not exists (select 1 from second_look s where s.workspace_id = d.workspace_id and s.item_id = d.item_id)""";

    private static final String WAITING =
            FOUND + " order by second_look_draw(i.run_id, i.proposal_key), d.item_id limit :most";
    private static final String ONE = FOUND + " and d.item_id = :item";

    private Candidates() {}

    /** In an order that says nothing of the first decisions. */
    static Uni<List<Candidate>> waiting(Wanted wanted, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING, Object[].class)
                        .setParameter("workspace", wanted.workspace())
                        .setParameter("since", wanted.since())
                        .setParameter("by", wanted.by())
                        .setParameter("rate", wanted.rate())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(Candidates::candidate).toList());
    }

    /** @throws NotFound where the item is none of them */
    static Uni<Candidate> one(Wanted wanted, String itemId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE, Object[].class)
                        .setParameter("workspace", wanted.workspace())
                        .setParameter("since", wanted.since())
                        .setParameter("by", wanted.by())
                        .setParameter("rate", wanted.rate())
                        .setParameter("item", itemId)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw new NotFound("item to look at again", itemId);
                    }
                    return candidate(row);
                });
    }

    private static Candidate candidate(Object[] row) {
        return new Candidate(new Look((String) row[0], ((Number) row[1]).intValue()), (String) row[2], (String) row[3]);
    }

    /**
     * @param by who looks
     * @param since what was decided before is too old to judge again
     * @param rate share of what one person decided, 0 to 1
     */
    record Wanted(String workspace, String by, Instant since, double rate) {}

    /** @param firstBy,firstType never leave this package before the second answer is there */
    record Candidate(Look look, String firstBy, String firstType) {}
}
