package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Owner;
import io.outrider.review.queue.RefitCalibrators;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.Calibration;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calibrators have versions that stay, are fitted again where decisions change them, and tell when an agent is not what it was. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class CalibrationTest {

    @Inject
    RefitCalibrators refit;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
        gate.propose(crm(gate.run));
    }

    @AfterEach
    void disconnect() throws Exception {
        Owner.execute("delete from item where workspace_id = '" + gate.workspace + "'");
        gate.close();
    }

    @Test
    void storesAVersionWhereDecisionsChangeIt() throws Throwable {
        decided("a", 60, "n % 2 = 0");
        sweep();
        assertThat(calibration().getVersion()).isEqualTo(1);

        decided("b", 4, "n % 2 = 0");
        sweep();
        assertThat(calibration().getVersion()).isEqualTo(1);
        assertThat(calibration().getLabels()).isEqualTo(64);

        decided("c", 60, "true");
        sweep();
        assertThat(calibration().getVersion()).isEqualTo(2);
    }

    @Test
    void namesOnEachItemTheVersionThatCorrectedIt() throws Throwable {
        decided("a", 60, "n % 2 = 0");
        sweep();

        var item = gate.get(gate.propose(crm(gate.run + "next")).getItemId());

        assertThat(item.getCalibrationVersion()).isEqualTo(1);
        assertThat(item.getCalibratedConfidence()).isBetween(0.4, 0.6);
    }

    @Test
    void waitsForEnoughDecisions() throws Throwable {
        decided("a", 19, "true");
        sweep();

        assertThat(calibration().getVersion()).isZero();
        assertThat(gate.get(gate.propose(crm(gate.run + "next")).getItemId()).hasCalibratedConfidence())
                .isFalse();
    }

    @Test
    void tellsDriftOnceUntilItIsOver() throws Throwable {
        decided("a", 150, "n % 10 > 0");
        sweep();
        assertThat(calibration().getDriftAlarm()).isFalse();
        assertThat(alarms()).isZero();

        decided("b", 50, "n % 2 = 0");
        sweep();
        assertThat(calibration().getDriftAlarm()).isTrue();
        assertThat(calibration().getDrift()).isLessThan(-3);
        assertThat(alarms()).isEqualTo(1);

        decided("c", 1, "true");
        sweep();
        assertThat(alarms()).isEqualTo(1);
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private long alarms() {
        return gate
                .calls
                .auditor(gate.workspace)
                .listAuditEvents(
                        ListAuditEventsRequest.newBuilder().setPageSize(200).build())
                .getEventsList()
                .stream()
                .filter(event -> event.getKind().equals("CALIBRATION_DRIFTED"))
                .count();
    }

    private void sweep() throws Throwable {
        VertxContextSupport.subscribeAndAwait(refit::sweep);
    }

    private Calibration calibration() {
        return AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("ada", gate.workspace, Role.ROLE_VIEWER))
                .getCalibration(GetCalibrationRequest.getDefaultInstance())
                .getCalibrations(0);
    }

    /** Decisions as they are stored, later ones with a later id. */
    private void decided(String when, int count, String accepted) throws SQLException {
        try (var connection = Owner.connect();
                var statement = connection.createStatement()) {
            var columns = statement.executeQuery(
                    "select string_agg(column_name, ', ') from information_schema.columns where table_name = 'item'"
                            + " and is_generated = 'NEVER' and column_name not in ('id', 'proposal_key', 'state', 'label')");
            columns.next();
            var names = columns.getString(1);
            statement.execute("insert into item (" + names + ", id, proposal_key, state, label) select " + names
                    + ", 'itn_" + when + "' || lpad(n::text, 4, '0'), '" + when + "' || n,"
                    + " case when " + accepted + " then 'ACCEPTED' else 'REJECTED' end, " + accepted
                    + " from item, generate_series(1, " + count + ") n where workspace_id = '" + gate.workspace
                    + "' and run_id = '" + gate.run + "' and proposal_key = 'crm:0'");
            statement.execute("insert into calibration_due (workspace_id, action_type, segment_id, agent, model)"
                    + " select workspace_id, action_type, segment_id, agent, model from item where workspace_id = '"
                    + gate.workspace + "' limit 1");
        }
    }
}
