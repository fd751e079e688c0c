package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import io.agroal.api.AgroalDataSource;
import io.grpc.Status.Code;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestGrants;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Owner;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.ExportAuditRequest;
import io.outrider.review.v1.ExportAuditResponse;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class AuditGrpcServiceTest {

    @Inject
    AgroalDataSource database;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void keepsAChainOfAllThatHappened() {
        var item = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run)))
                .getOutcomes(0)
                .getItemId();
        gate.acceptById(item);

        var events = gate.calls
                .auditor(gate.workspace)
                .listAuditEvents(ListAuditEventsRequest.getDefaultInstance())
                .getEventsList();
        assertThat(events).extracting(AuditEvent::getKind).containsExactly("DECIDED", "PROPOSED", "POLICY_CHANGED");
        assertThat(events.getFirst().getPreviousHash()).isEqualTo(events.get(1).getHash());
        var verified = gate.verify(null);
        assertThat(verified.getIntact()).isTrue();
        assertThat(verified.getChecked()).isEqualTo(3);
        assertThat(verified.getCheckpoint().getJws()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_event set actor = 'mallory' where number = 2 and workspace_id = '%s'      | 2",
                "update audit_event set time = time - interval '1 day' where number = 3 and workspace_id = '%s' | 3",
                "delete from audit_event where number = 2 and workspace_id = '%s'                       | 2",
                "delete from audit_event where number = 4 and workspace_id = '%s'                       | 4",
                "update audit_event set number = case number when 2 then -3 else -2 end where number in (2, 3) and"
                        + " workspace_id = '%s'                                                         | 2",
            })
    void namesTheFirstEventThatWasTamperedWith(String tampering, long firstBad) throws SQLException {
        for (int i = 0; i < 3; i++) {
            gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run + i)));
        }
        tamper(tampering.strip().formatted(gate.workspace));

        var verified = gate.verify(null);
        assertThat(verified.getIntact()).isFalse();
        assertThat(verified.getFirstBad()).isEqualTo(firstBad);
    }

    @Test
    void findsATailThatWasCutWithItsHead() throws SQLException {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));
        var kept = gate.verify(null).getCheckpoint();
        tamper("delete from audit_event where number = 2 and workspace_id = '" + gate.workspace + "'");
        tamper("update workspace set audit_count = 1, audit_hash = (select hash from audit_event where number = 1 and"
                + " workspace_id = '" + gate.workspace + "') where workspace_id = '" + gate.workspace + "'");

        assertThat(gate.verify(null).getIntact()).isTrue();
        assertThat(gate.verify(kept).getFirstBad()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor = 'x'",
                "update audit_event set number = number",
                "delete from audit_event",
                "truncate audit_event",
                "merge into audit_event e using (select 1) x on true when matched then delete",
                "alter table audit_event disable trigger all",
                "alter table audit_event disable trigger audit_event_no_change",
                "alter table audit_event owner to current_user",
                "drop table audit_event",
                "drop trigger audit_event_no_change on audit_event",
                "create trigger x before insert on audit_event for each row execute function audit_is_append_only()",
                "create or replace function audit_is_append_only() returns trigger language plpgsql as 'begin return new; end'",
                "create rule x as on insert to audit_event do instead nothing",
                "set session_replication_role = replica",
                "set role postgres",
                "delete from flyway_schema_history",
                "create table audit_event_copy (id int)",
            })
    void givesTheServicesRoleNoWayToChangeTheAuditLog(String sql) {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));

        assertThatThrownBy(() -> execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "42502"));
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_event set actor = 'x'", "delete from audit_event", "truncate audit_event"})
    void remindsEvenTheOwnerThatTheLogIsAppendOnly(String sql) {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));

        assertThatThrownBy(() -> Owner.execute(sql)).hasMessageContaining("append-only");
    }

    @Test
    void exportsWhatItVerifies() {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));
        var parts = new ArrayList<ExportAuditResponse>();
        gate.calls
                .auditor(gate.workspace)
                .exportAudit(ExportAuditRequest.getDefaultInstance())
                .forEachRemaining(parts::add);

        assertThat(parts.getFirst().getEventsList())
                .extracting(AuditEvent::getNumber)
                .containsExactly(1L, 2L);
        var end = parts.getLast();
        assertThat(end.getKeys()).contains("gate-1").doesNotContain("\"d\"");
        assertThat(end.getCheckpoint().getCount()).isEqualTo(2);
        assertThat(gate.verify(end.getCheckpoint()).getIntact()).isTrue();
    }

    @Test
    void refusesACheckpointThatTheGateDidNotSign() {
        var outcome = gate.propose(crm(gate.run));
        var grant = gate.acceptById(outcome.getItemId()).getGrant().getJws();
        var kept = gate.verify(null).getCheckpoint();
        var forger = new TestGrants("gate-1");

        for (var forged : List.of(
                kept.toBuilder().setCount(2).build(),
                kept.toBuilder().setHash("00".repeat(32)).build(),
                kept.toBuilder().setTime(Timestamp.newBuilder().setSeconds(1)).build(),
                kept.toBuilder().clearJws().build(),
                kept.toBuilder().setJws(grant).build(),
                kept.toBuilder()
                        .setJws(forger.sign("{}", jws -> jws.setHeader("typ", "outrider-checkpoint+jwt")))
                        .build())) {
            var error = Gate.failure(() -> gate.verify(forged));
            assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void findsAnEventThatHangsOutsideTheChain() throws SQLException {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));
        execute(
                "insert into audit_event select workspace_id, 99, time, kind, actor, item_id, detail, previous_hash, hash"
                        + " from audit_event where number = 2 and workspace_id = '" + gate.workspace + "'");

        assertThat(gate.verify(null).getFirstBad()).isEqualTo(99);
    }

    /** As somebody who owns the database could. */
    private void tamper(String sql) throws SQLException {
        Owner.execute("alter table audit_event disable trigger all");
        Owner.execute(sql);
        Owner.execute("alter table audit_event enable trigger all");
    }

    /** As the service itself. */
    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
