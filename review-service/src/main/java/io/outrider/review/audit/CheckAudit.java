package io.outrider.review.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.review.grant.GrantSigner;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Use case: walks a workspace's whole chain and says whether it holds. Reads page by page and keeps no page. */
@ApplicationScoped
public class CheckAudit {

    private static final int PAGE = 2_000;
    private static final String HEAD = "select audit_count, audit_hash from workspace where workspace_id = $1";
    private static final String LINKS = "select " + LinkRows.COLUMNS
            + " from audit_event where workspace_id = $1 and number > $2 order by number limit " + PAGE;

    private final Pool pool;
    private final GrantSigner signer;
    private final ObjectMapper mapper;
    private final Clock clock;

    CheckAudit(Pool pool, GrantSigner signer, ObjectMapper mapper, Clock clock) {
        this.pool = pool;
        this.signer = signer;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param kept a checkpoint that was kept elsewhere: the chain must contain it */
    public Uni<Finding> run(String workspace, @Nullable Checkpoint kept) {
        return head(workspace).chain(head -> {
            var walk = new ChainWalk(workspace, kept);
            return walk(workspace, walk, 0, head.count()).map(ignored -> {
                walk.end(head.count(), head.hash());
                return finding(workspace, walk, head);
            });
        });
    }

    private Uni<Head> head(String workspace) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(workspace)).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? head(row.next()) : new Head(0, Link.ROOT);
        });
    }

    /** Events behind the head that was read are of later transactions: they are left to the next check. */
    private Uni<Void> walk(String workspace, ChainWalk walk, long after, long until) {
        return pool.preparedQuery(LINKS).execute(Tuple.of(workspace, after)).chain(rows -> {
            var last = after;
            var read = 0;
            for (var row : rows) {
                last = row.getLong("number");
                read++;
                if (last > until || !walk.step(LinkRows.link(row))) {
                    return Uni.createFrom().voidItem();
                }
            }
            return read < PAGE ? Uni.createFrom().voidItem() : walk(workspace, walk, last, until);
        });
    }

    private Finding finding(String workspace, ChainWalk walk, Head head) {
        var checkpoint =
                new Checkpoint(workspace, head.count(), HexFormat.of().formatHex(head.hash()), clock.instant());
        return new Finding(walk.checked(), walk.problem(), checkpoint, signer.checkpoint(json(checkpoint)));
    }

    private String json(Checkpoint checkpoint) {
        try {
            return mapper.writeValueAsString(new TreeMap<>(Map.of(
                    "workspace", checkpoint.workspace(),
                    "count", checkpoint.count(),
                    "hash", checkpoint.hash(),
                    "time", checkpoint.time().toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Head head(Row row) {
        return new Head(row.getLong("audit_count"), row.getBuffer("audit_hash").getBytes());
    }

    /** @param jws the checkpoint, signed with the grant key */
    public record Finding(long checked, Optional<Problem> problem, Checkpoint checkpoint, String jws) {}

    private record Head(long count, byte[] hash) {}
}
