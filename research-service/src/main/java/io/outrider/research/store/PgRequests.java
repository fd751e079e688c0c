package io.outrider.research.store;

import io.outrider.research.app.Made;
import io.outrider.research.app.Request;
import io.outrider.research.app.Requests;
import io.outrider.research.app.ResearchTask;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.wire.BriefToWire;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores an answer with all that was made for it: one statement, one round trip, one commit. Rows of one kind go in one
 * order, so that two callers who store the same pages wait for each other and never in a circle.
 */
@ApplicationScoped
class PgRequests implements Requests {

    private static final String RECALL = """
            SELECT r.body_sha256, r.response, answered.document AS answered, reusable.document AS reusable,
                   EXISTS (SELECT FROM page p WHERE p.workspace_id = $1 AND p.domain = $3 AND p.expire_time > $6) AS pages
              FROM (SELECT) AS one
              LEFT JOIN request r ON r.workspace_id = $1 AND r.request_id = $2
              LEFT JOIN brief answered ON answered.workspace_id = $1 AND answered.id = r.brief_id
              LEFT JOIN LATERAL (
                SELECT b.document FROM brief b
                 WHERE b.workspace_id = $1 AND b.domain = $3 AND b.depth >= $4 AND b.by_model = $5 AND b.expire_time > $6
                 ORDER BY b.id DESC LIMIT 1
              ) reusable ON r.request_id IS NULL""";

    private static final String COMMIT = """
            WITH won AS (
              INSERT INTO request (workspace_id, request_id, body_sha256, brief_id, response, create_time)
              VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING workspace_id
            ), new_brief AS (
              INSERT INTO brief (workspace_id, id, domain, depth, by_model, create_time, expire_time, document)
              SELECT workspace_id, $4, $7, $8, $9, $6, $10, $11 FROM won WHERE $12
            ), new_snapshots AS (
              INSERT INTO snapshot (workspace_id, id, url, canonical_url, fetch_time, http_status, content_type, sha256,
                                    title, publisher, publish_time, lang, body, source_type, trust)
              SELECT won.workspace_id, s.* FROM won, unnest($13::text[], $14::text[], $15::text[], $16::timestamptz[],
                     $17::int[], $18::text[], $19::text[], $20::text[], $21::text[], $22::timestamptz[], $23::text[],
                     $24::text[], $25::text[], $26::float8[]) s
              ON CONFLICT DO NOTHING
            ), pages AS (
              INSERT INTO page (workspace_id, domain, url, snapshot_id, fetch_time, expire_time)
              SELECT won.workspace_id, $7, p.* FROM won,
                     unnest($14::text[], $13::text[], $16::timestamptz[], $27::timestamptz[]) p
              ON CONFLICT (workspace_id, domain, url) DO UPDATE SET
                     snapshot_id = excluded.snapshot_id, fetch_time = excluded.fetch_time, expire_time = excluded.expire_time
            )
            SELECT count(*) AS won FROM won""";

    private static final byte[] NONE = {};

    private final Pool pool;

    PgRequests(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Known> recall(Request request, ResearchTask task, Instant now) {
        var values = Tuple.tuple()
                .addString(request.workspace())
                .addString(request.requestId())
                .addString(task.account().domain())
                .addInteger(task.depth().pages())
                .addBoolean(task.level().usesModel())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(RECALL)
                .execute(values)
                .map(rows -> known(rows.iterator().next()));
    }

    private static Known known(Row row) {
        var body = row.getBuffer("body_sha256");
        var reusable = row.getBuffer("reusable");
        return new Known(
                body == null
                        ? Optional.empty()
                        : Optional.of(new Stored(
                                body.getBytes(), bytes(row.getBuffer("response")), bytes(row.getBuffer("answered")))),
                Optional.ofNullable(reusable).map(document -> StoredBrief.read(document.getBytes())),
                row.getBoolean("pages"));
    }

    private static byte[] bytes(@Nullable Buffer buffer) {
        return buffer == null ? NONE : buffer.getBytes();
    }

    @Override
    public Uni<Boolean> commit(Request request, Stored answer, Made made, Instant now) {
        return pool.preparedQuery(COMMIT)
                .execute(values(request, answer, made, now))
                .map(rows -> rows.iterator().next().getLong("won") == 1);
    }

    private static Tuple values(Request request, Stored answer, Made made, Instant now) {
        var brief = made.brief();
        var pages = made.pages().stream()
                .sorted(Comparator.comparing(Snapshot::url))
                .toList();
        var lives = new PageLives(brief);
        var tuple = Tuple.tuple();
        tuple.addString(request.workspace())
                .addString(request.requestId())
                .addBuffer(buffer(request.bodySha256()))
                .addString(brief.id())
                .addBuffer(buffer(answer.response()))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addString(brief.account().domain())
                .addInteger(brief.depth().pages())
                .addBoolean(made.byModel())
                .addOffsetDateTime(brief.expiresAt().atOffset(ZoneOffset.UTC))
                .addBuffer(buffer(document(answer, made)))
                .addBoolean(made.isNew());
        strings(tuple, pages, Snapshot::id);
        strings(tuple, pages, Snapshot::url);
        strings(tuple, pages, Snapshot::canonicalUrl);
        times(tuple, pages, Snapshot::fetchedAt);
        tuple.addArrayOfInteger(pages.stream().map(Snapshot::httpStatus).toArray(Integer[]::new));
        strings(tuple, pages, Snapshot::contentType);
        strings(tuple, pages, Snapshot::sha256);
        strings(tuple, pages, Snapshot::title);
        strings(tuple, pages, Snapshot::publisher);
        tuple.addValue(pages.stream()
                .map(page ->
                        page.publishedAt() == null ? null : page.publishedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        strings(tuple, pages, Snapshot::lang);
        strings(tuple, pages, Snapshot::text);
        strings(tuple, pages, page -> page.sourceType().name());
        tuple.addArrayOfDouble(pages.stream().map(Snapshot::trust).toArray(Double[]::new));
        times(tuple, pages, lives::until);
        return tuple;
    }

    private static void strings(Tuple tuple, List<Snapshot> pages, Function<Snapshot, String> value) {
        tuple.addArrayOfString(pages.stream().map(value).toArray(String[]::new));
    }

    private static void times(Tuple tuple, List<Snapshot> pages, Function<Snapshot, Instant> value) {
        tuple.addValue(pages.stream()
                .map(page -> value.apply(page).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
    }

    private static byte[] document(Stored answer, Made made) {
        if (!made.isNew()) {
            return NONE;
        }
        return answer.briefDocument().length > 0
                ? answer.briefDocument()
                : BriefToWire.toWire(made.brief()).toByteArray();
    }

    private static Buffer buffer(byte[] bytes) {
        return Buffer.newInstance(io.vertx.core.buffer.Buffer.buffer(bytes));
    }
}
