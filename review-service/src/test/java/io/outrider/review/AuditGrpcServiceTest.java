package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void refusesChangesOfTheAuditLog() {
        gate.calls.service(gate.workspace).proposeAction(request(crm(gate.run)));

        for (var sql :
                List.of("update audit_event set actor = 'x'", "delete from audit_event", "truncate audit_event")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        }
    }

    /** As somebody who owns the database could. */
    private void tamper(String sql) throws SQLException {
        execute("alter table audit_event disable trigger all");
        execute(sql);
        execute("alter table audit_event enable trigger all");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
