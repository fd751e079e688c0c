package io.outrider.orchestrator.run.store;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.Accepted;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.run.RunKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accepts single runs, many callers' in one commit. */
final class Accepts {

    /** @param asked the request that wants the run */
    record Command(Asked asked, NewRun run) {}

    private enum Fate {
        ACCEPTED,
        /** The request is new, the account has an active run. */
        ACTIVE,
        /** The request id is known. */
        KNOWN
    }

    private static final int ROUNDS = 5;
    private static final Unnest<Command> RUNS = NewRunColumns.of(2, Command::run);

    static {
        RUNS.text("caller", c -> c.asked().caller())
                .text("request_id", c -> c.asked().requestId())
                .bytes("body_sha256", c -> c.asked().bodySha256());
    }

    static final String ACCEPT = Sql.read("accept").replace("{n}", RUNS.as("n"));
    private static final String REQUEST = "select body_sha256, result_id, joined from request"
            + " where workspace_id = $1 and caller = $2 and request_id = $3";
    private static final String RUN = "select * from run where workspace_id = $1 and id = $2";
    private static final String ACTIVE = "select * from run where workspace_id = $1 and domain = $2"
            + " and playbook_key = $3 and end_time is null and not shadow";
    private static final String POINT_AT = "update request set result_id = $4, joined = true"
            + " where workspace_id = $1 and caller = $2 and request_id = $3";
    private static final String FORGET = "delete from request r where workspace_id = $1 and caller = $2"
            + " and request_id = $3 and result_id = $4"
            + " and not exists (select 1 from run where workspace_id = $1 and id = $4)";

    private final Pool pool;

    Accepts(Pool pool) {
        this.pool = pool;
    }

    Future<List<Accepted>> commit(List<Command> commands) {
        var parameters = Tuple.of(
                Unnest.utc(Timestamps.toInstant(commands.getFirst().run().run().getCreateTime())));
        RUNS.bind(commands, parameters);
        return pool.preparedQuery(ACCEPT).execute(parameters).compose(rows -> {
            Map<RunKey, Fate> fates = new HashMap<>();
            rows.forEach(row -> fates.put(new RunKey(row.getString("ws"), row.getString("id")), fate(row)));
            return Future.join(commands.stream()
                            .map(c -> answer(c, fates.getOrDefault(c.run().key(), Fate.KNOWN), ROUNDS))
                            .toList())
                    .map(all -> all.<Accepted>list());
        });
    }

    private static Fate fate(Row row) {
        if (row.getBoolean("accepted")) {
            return Fate.ACCEPTED;
        }
        return row.getBoolean("asked") ? Fate.ACTIVE : Fate.KNOWN;
    }

    private Future<Accepted> answer(Command command, Fate fate, int rounds) {
        return switch (fate) {
            case ACCEPTED -> Future.succeededFuture(new Accepted.New());
            case ACTIVE -> active(command, command.run().run().getId(), rounds);
            case KNOWN -> known(command, rounds);
        };
    }

    private Future<Accepted> known(Command command, int rounds) {
        return pool.preparedQuery(REQUEST).execute(request(command)).compose(rows -> {
            if (rows.size() == 0) {
                return again(command, rounds);
            }
            var row = rows.iterator().next();
            if (!Arrays.equals(
                    RunColumns.bytes(row, "body_sha256"), command.asked().bodySha256())) {
                return Future.succeededFuture(new Accepted.Reused());
            }
            return existing(command, row, rounds);
        });
    }

    private Future<Accepted> existing(Command command, Row request, int rounds) {
        var runId = request.getString("result_id");
        return pool.preparedQuery(RUN)
                .execute(Tuple.of(command.asked().workspace(), runId))
                .compose(rows -> rows.size() == 0
                        ? active(command, runId, rounds)
                        : Future.succeededFuture(existing(rows.iterator().next(), request.getBoolean("joined"))));
    }

    /** The request is ours and has no run of its own: it gets the account's active one. */
    private Future<Accepted> active(Command command, String promised, int rounds) {
        var run = command.run();
        return pool.preparedQuery(ACTIVE)
                .execute(Tuple.of(run.workspace(), run.run().getAccount().getDomain(), run.requestedPlaybook()))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        var forget = request(command).addString(promised);
                        return pool.preparedQuery(FORGET).execute(forget).compose(gone -> again(command, rounds));
                    }
                    var row = rows.iterator().next();
                    var pointAt = request(command).addString(row.getString("id"));
                    return pool.preparedQuery(POINT_AT).execute(pointAt).map(done -> existing(row, true));
                });
    }

    private Future<Accepted> again(Command command, int rounds) {
        if (rounds == 0) {
            return Future.failedFuture(new IllegalStateException("Another request of this account keeps winning"));
        }
        return commitOne(command, rounds - 1);
    }

    private Future<Accepted> commitOne(Command command, int rounds) {
        var parameters =
                Tuple.of(Unnest.utc(Timestamps.toInstant(command.run().run().getCreateTime())));
        RUNS.bind(List.of(command), parameters);
        return pool.preparedQuery(ACCEPT)
                .execute(parameters)
                .compose(rows -> answer(command, fate(rows.iterator().next()), rounds));
    }

    private static Accepted existing(Row row, boolean alreadyActive) {
        return new Accepted.Existing(RunColumns.read(row), alreadyActive);
    }

    private static Tuple request(Command command) {
        var asked = command.asked();
        return Tuple.of(asked.workspace(), asked.caller(), asked.requestId());
    }
}
