package io.outrider.review.queue;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.page.PageSize;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue of 10,000 open items beside as many decided ones, and another workspace's. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class LongQueueTest {

    private static final int OPEN = 10_000;
    private static final PageSize ROWS = PageSize.of(200);

    TestTokens tokens;

    @Inject
    Pool pool;

    @Inject
    SearchQueue queue;

    private Gate gate;

    @BeforeEach
    void fill() {
        gate = new Gate(tokens);
        copy(gate.workspace, gate.pending(crm(gate.run)).getId(), OPEN - 1, "state");
        copy(gate.workspace, gate.open().getFirst().getId(), OPEN, "'ACCEPTED'");
        try (var other = new Gate(tokens)) {
            copy(other.workspace, other.pending(crm(other.run)).getId(), 2_000, "state");
        }
        pool.query("analyze item").executeAndAwait();
    }

    @AfterEach
    void close() {
        pool.preparedQuery("delete from item where workspace_id = $1 and id like 'copy%'")
                .executeAndAwait(Tuple.of(gate.workspace));
        gate.close();
    }

    @Test
    void showsEachItemOnceAndTheLastPageAsFastAsTheFirst() throws Throwable {
        var seen = new HashSet<String>();
        var times = new ArrayList<Long>();
        var token = "";
        var last = Double.MAX_VALUE;
        do {
            var from = token;
            var began = System.nanoTime();
            var page = VertxContextSupport.subscribeAndAwait(
                    () -> queue.page(gate.workspace, QueueFilter.ALL, ROWS, from));
            times.add(System.nanoTime() - began);
            for (var item : page.rows()) {
                assertThat(item.gating().priority()).isLessThanOrEqualTo(last);
                last = item.gating().priority();
                assertThat(seen.add(item.id())).isTrue();
            }
            token = page.nextToken();
        } while (!token.isEmpty());

        assertThat(seen).hasSize(OPEN);
        var slowest = times.subList(5, times.size()).stream().max(Long::compare).orElseThrow();
        System.out.printf(
                "10,000 open items: %d pages of %d, slowest %d ms%n", times.size(), ROWS.value(), slowest / 1_000_000);
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void listsByEachFilterInTheOrderOfAnIndex() {
        var after = Optional.of(new ItemPlace(150, "copy5000"));
        for (var filter : List.of(
                ItemFilter.OPEN,
                filter("seg", null, "", ""),
                filter("", Lane.BATCH, "", ""),
                filter("", Lane.UNKNOWN_OUTCOME, "", ""),
                filter("", null, "rhea", ""),
                filter("", null, "", "review-everything"),
                new ItemFilter(Set.of(ItemState.ACCEPTED), "", "", "", ""))) {
            var query = ListQuery.of(gate.workspace, filter, after, Instant.EPOCH, 51);
            assertThat(plan(literal(query)))
                    .as(filter.toString())
                    .contains("Index")
                    .doesNotContain("Seq Scan")
                    .doesNotContain("Sort");
        }
    }

    private static ItemFilter filter(String segment, Lane lane, String assignee, String rule) {
        return new ItemFilter(Set.of(), "", "", "", "", segment, lane, assignee, rule);
    }

    private static String literal(ListQuery query) {
        var sql = query.sql();
        for (var parameter : query.parameters().entrySet()) {
            var value = parameter.getValue();
            sql = sql.replaceAll(
                    ":" + parameter.getKey() + "\\b", value instanceof Number ? value.toString() : "'" + value + "'");
        }
        return sql;
    }

    @Test
    void readsNoTableFromEndToEnd() {
        var page = "select id from item where workspace_id = '" + gate.workspace
                + "' and state in ('PENDING', 'ESCALATED')%s and (priority < 150 or (priority = 150 and id > 'copy5000'))"
                + " and priority <= 150 order by priority desc, id limit 51";
        for (var filter : List.of(
                "",
                " and lane = 'BATCH'",
                " and domain = 'd7.example'",
                " and action_type = 'crm.company.upsert'",
                " and assignee = 'rhea'",
                " and reasons @> '{\"rules\":[{\"rule\":\"review-everything\"}]}'")) {
            var plan = plan(page.formatted(filter));
            assertThat(plan)
                    .as(filter)
                    .contains("Index")
                    .doesNotContain("Seq Scan")
                    .doesNotContain("Sort");
        }
        assertThat(plan("select lane, count(*), min(create_time) from item where workspace_id = '" + gate.workspace
                        + "' and state in ('PENDING', 'ESCALATED') group by lane"))
                .contains("Index")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        var lines = new StringBuilder();
        pool.query("explain " + sql)
                .executeAndAwait()
                .forEach(row -> lines.append(row.getString(0)).append('\n'));
        return lines.toString();
    }

    /** Copies of an item under ids, keys, priorities and domains of their own. */
    private void copy(String workspace, String id, int count, String state) {
        var names = new ArrayList<String>();
        pool.query(
                        "select column_name from information_schema.columns where table_name = 'item' and is_generated = 'NEVER'"
                                + " and column_name not in ('id', 'proposal_key', 'priority', 'domain', 'state')")
                .executeAndAwait()
                .forEach(row -> names.add(row.getString(0)));
        var columns = String.join(", ", names);
        pool.preparedQuery("insert into item (" + columns + ", id, proposal_key, priority, domain, state) select "
                        + columns + ", 'copy' || n || " + state + ", 'k' || n || " + state
                        + ", (n * 37 % 3000) / 10.0, 'd' || n % 100 || '.example', " + state
                        + " from item, generate_series(1, $3) n where workspace_id = $1 and id = $2")
                .executeAndAwait(Tuple.of(workspace, id, count));
    }
}
