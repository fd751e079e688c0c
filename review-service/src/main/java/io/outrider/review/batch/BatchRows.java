package io.outrider.review.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.review.queue.Documents;
import io.outrider.review.queue.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches as rows, and the items that they are made of. */
@ApplicationScoped
class BatchRows {

    private static final String FITTING =
            "select id, version, payload_sha256, action_type, playbook_id, segment_id, domain,"
                    + " summary, confidence, author, gate = 'MANDATORY' as mandatory, required_approvals, lint_errors + unsupported = 0 as clean,"
                    + " claim_expire_time > $6 and assignee <> $7 as claimed from item"
                    + " where workspace_id = $1 and state in ('PENDING', 'ESCALATED') and due_time > $6"
                    + " and ($2 = '' or action_type = $2) and ($3 = '' or playbook_id = $3) and ($4 = '' or segment_id = $4)"
                    + " and " + Lane.SQL
                    + " = any($5) and (cardinality($9::text[]) = 0 or id = any($9)) order by priority desc, id limit $8";
    private static final String INSERT =
            "insert into review_batch (workspace_id, id, request_id, body_sha256, opened_by,"
                    + " create_time, expire_time, document) values ($1, $2, $3, $4, $5, $6, $7, $8)"
                    + " on conflict (workspace_id, request_id) do nothing";
    private static final String FIND = "select b.*, array(select o.item_id from item_opening o"
            + " where o.workspace_id = b.workspace_id and o.opened_by = b.opened_by and exists ("
            + "select 1 from jsonb_array_elements(b.document::jsonb -> 'groups') g, jsonb_array_elements(g -> 'items') i"
            + " where i ->> 'itemId' = o.item_id and (i ->> 'version')::int = o.version)"
            + " and o.item_id = any(array(select jsonb_array_elements_text(b.document::jsonb -> 'samples')))) as opened"
            + " from review_batch b where b.workspace_id = $1 and ";
    private static final String DECIDED = "update review_batch set decided = true where workspace_id = $1 and id = $2";

    private final Pool pool;
    private final ObjectMapper mapper;
    private final Documents documents;

    BatchRows(Pool pool, ObjectMapper mapper, Documents documents) {
        this.pool = pool;
        this.mapper = mapper;
        this.documents = documents;
    }

    Uni<List<Candidate>> fitting(String workspace, BatchFilter filter, String reader, int most, Instant now) {
        var lanes = filter.lane() == null
                ? new String[] {Lane.BATCH.name(), Lane.SPOT_CHECK.name()}
                : new String[] {filter.lane().name()};
        var tuple = Tuple.tuple()
                .addString(workspace)
                .addString(filter.actionType())
                .addString(filter.playbookId())
                .addString(filter.segmentId())
                .addArrayOfString(lanes)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addString(reader)
                .addInteger(most)
                .addArrayOfString(filter.itemIds().toArray(String[]::new));
        return pool.preparedQuery(FITTING).execute(tuple).map(rows -> {
            var found = new ArrayList<Candidate>();
            rows.forEach(row -> found.add(candidate(row)));
            return found;
        });
    }

    /** Does nothing where the request id has a batch already. */
    Uni<Void> insert(String workspace, String requestId, ReviewBatch batch) {
        var tuple = Tuple.tuple()
                .addString(workspace)
                .addString(batch.id())
                .addString(requestId)
                .addString(batch.requestBody())
                .addString(batch.openedBy())
                .addOffsetDateTime(batch.created().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(batch.expires().atOffset(ZoneOffset.UTC))
                .addString(json(batch.sheet()));
        return pool.preparedQuery(INSERT).execute(tuple).replaceWithVoid();
    }

    Uni<Optional<ReviewBatch>> ofRequest(String workspace, String requestId) {
        return find(workspace, "b.request_id = $2", requestId);
    }

    Uni<Optional<ReviewBatch>> byId(String workspace, String id) {
        return find(workspace, "b.id = $2", id);
    }

    Uni<Void> markDecided(String workspace, String id) {
        return pool.preparedQuery(DECIDED).execute(Tuple.of(workspace, id)).replaceWithVoid();
    }

    private Uni<Optional<ReviewBatch>> find(String workspace, String where, String value) {
        return pool.preparedQuery(FIND + where)
                .execute(Tuple.of(workspace, value))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(batch(row.next())) : Optional.empty();
                });
    }

    private ReviewBatch batch(Row row) {
        return new ReviewBatch(
                row.getString("id"),
                row.getString("body_sha256"),
                row.getString("opened_by"),
                row.get(OffsetDateTime.class, "create_time").toInstant(),
                row.get(OffsetDateTime.class, "expire_time").toInstant(),
                row.getBoolean("decided"),
                sheet(row.getString("document")),
                List.of(row.getArrayOfStrings("opened")));
    }

    private Candidate candidate(Row row) {
        return new Candidate(
                row.getString("id"),
                row.getInteger("version"),
                row.getString("payload_sha256"),
                row.getString("action_type"),
                row.getString("playbook_id"),
                row.getString("segment_id"),
                row.getString("domain"),
                documents.description(row.getBuffer("summary").getBytes()),
                row.getDouble("confidence"),
                row.getString("author"),
                row.getBoolean("mandatory"),
                row.getInteger("required_approvals"),
                row.getBoolean("clean"),
                Boolean.TRUE.equals(row.getBoolean("claimed")));
    }

    private Sheet sheet(String json) {
        try {
            return mapper.readValue(json, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored batch cannot be read", e);
        }
    }

    private String json(Sheet sheet) {
        try {
            return mapper.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
