package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SecondLooking;
import io.outrider.review.fixture.SecondLooks;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.review.v1.ReviewItem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a second look says, no grant, no release, no label and no word to a run comes of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class SecondLookChangesNothingTest {

    /** What a request of the console's and the audit chain write. Everything else must stay as it is, byte for byte. */
    private static final List<String> MAY_CHANGE =
            List.of("second_look", "audit_event", "workspace", "console_session", "flyway_schema_history");

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Pool pool;

    private SecondLooks looks;
    private Gate gate;

    @BeforeEach
    void open() {
        looks = new SecondLooks(http, tokens);
        gate = looks.gate;
    }

    @AfterEach
    void close() {
        looks.close();
    }

    @Test
    void writesNoTableButItsOwnAndTheChain() {
        var items = decided();
        var rob = looks.by("rob");
        var entries = audit();
        var before = tables();
        assertThat(before).containsKeys("item", "item_decision", "decision_feed", "autonomy_track", "grant_count");
        assertThat(before.get("decision_feed")).isNotEqualTo("empty");

        var answers = List.of("ACCEPT", "EDIT", "REJECT");
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            assertThat(rob.page(item.getId()).statusCode()).isEqualTo(200);
            assertThat(rob.answer(item.getId(), 1, answers.get(i % answers.size()))
                            .statusCode())
                    .isEqualTo(303);
        }
        attack(rob, items.getFirst());

        assertThat(tables()).isEqualTo(before);
        assertThat(audit()).isEqualTo(entries + items.size());
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void letsNobodyChangeAnAnswer() {
        var item = decided().getFirst();
        looks.by("rob").answer(item.getId(), 1, "ACCEPT");
        for (var sql : List.of(
                "update second_look set answer = 'REJECT' where workspace_id = $1",
                "delete from second_look where workspace_id = $1")) {
            assertThatThrownBy(() -> pool.preparedQuery(sql).executeAndAwait(Tuple.of(gate.workspace)))
                    .hasMessageContaining("permission denied");
        }
    }

    /** With all that a form of the real decision carries, and more than once. */
    private void attack(SecondLooking rob, ReviewItem item) {
        var form = new TreeMap<String, Object>(Map.of(
                "csrf", rob.csrf(),
                "version", "1",
                "answer", "REJECT",
                "type", "ACCEPT",
                "payload_sha256", item.getPayloadSha256(),
                "payload", "{\"domain\":\"elsewhere.example\"}",
                "edited_payload", "{}",
                "override_lint", "yes",
                "request_id", "req_1"));
        form.put("reason", "TONE");
        form.put("by", "rhea");
        for (int i = 0; i < 3; i++) {
            assertThat(rob.answer(item.getId(), form).statusCode()).isEqualTo(409);
        }
    }

    /** One of each end that a decision can have. */
    private List<ReviewItem> decided() {
        var items = new ArrayList<ReviewItem>();
        for (int i = 0; i < 3; i++) {
            for (var type : List.of(
                    DecisionType.DECISION_TYPE_ACCEPT,
                    DecisionType.DECISION_TYPE_REJECT,
                    DecisionType.DECISION_TYPE_IGNORE)) {
                items.add(looks.decided(type));
            }
        }
        var edited = gate.pending(enrol(gate.run + "edited"));
        gate.decide(accept(edited)
                .setType(DecisionType.DECISION_TYPE_EDIT)
                .setEditedPayload(Samples.payload("Hi Mara,\n\nShall we talk?")));
        items.add(edited);
        return items;
    }

    private long audit() {
        return gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(
                        ListAuditEventsRequest.newBuilder().setPageSize(200).build())
                .getEventsList()
                .size();
    }

    /** A digest of each table of the service, this workspace's rows. */
    private Map<String, String> tables() {
        var digests = new TreeMap<String, String>();
        pool.query("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'workspace_id' order by 1""").executeAndAwait().forEach(row -> digests.put(row.getString(0), digest(row.getString(0))));
        digests.keySet().removeAll(MAY_CHANGE);
        return digests;
    }

    private String digest(String table) {
        return pool.preparedQuery("select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') from "
                        + table + " t where workspace_id = $1")
                .executeAndAwait(Tuple.of(gate.workspace))
                .iterator()
                .next()
                .getString(0);
    }
}
