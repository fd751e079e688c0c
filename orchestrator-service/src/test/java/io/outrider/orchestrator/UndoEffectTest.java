package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.UndoEffectRequest;
import io.outrider.orchestrator.v1.UndoEffectResponse;
import io.outrider.review.v1.GrantStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking back: by one at a time, never against the kill switch, and to the end where somebody died over it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class UndoEffectTest {

    private static final String CRM = "crm.company.upsert:0";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Rows rows;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "undoing");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        world.gate.grants(GrantStatus.GRANT_STATUS_VALID);
        outside.whileUndoing(() -> {});
        client.close();
    }

    @Test
    void letsOneAtATimeTakeItBack() {
        var run = done("one-undoing.example");
        var before = outside.undone().size();
        var second = new AtomicReference<StatusRuntimeException>();
        outside.whileUndoing(() -> {
            outside.whileUndoing(() -> {});
            second.set(catchThrowableOfType(StatusRuntimeException.class, () -> undo(run, "second")));
        });

        var first = undo(run, "first");

        assertThat(first.getRestoredFieldsList()).containsExactly("industry");
        assertThat(GrpcErrors.info(second.get()).getReason()).isEqualTo("STALE_VERSION");
        assertThat(outside.undone()).hasSize(before + 1);
        assertThat(state(run)).isEqualTo("UNDONE");
    }

    @Test
    void takesNothingBackWhileTheKillSwitchIsSet() {
        var run = done("stopped-undoing.example");
        var before = outside.undone().size();
        world.gate.grants(GrantStatus.GRANT_STATUS_KILL_SWITCH);

        var stopped = catchThrowableOfType(StatusRuntimeException.class, () -> undo(run, "stopped"));

        assertThat(GrpcErrors.info(stopped).getReason()).isEqualTo("KILL_SWITCH");
        assertThat(outside.undone()).hasSize(before);
        assertThat(state(run)).isEqualTo("DONE");
        world.gate.grants(GrantStatus.GRANT_STATUS_EXPIRED);
        undo(run, "again");
        assertThat(state(run)).isEqualTo("UNDONE");
    }

    @Test
    void asksNobodyWhileTheRunMoves() {
        var run = done("moving-undoing.example");
        var before = outside.undone().size();
        rows.write("update run set state = 'RUNNING' where id = ?", run.getId());

        var moving = catchThrowableOfType(StatusRuntimeException.class, () -> undo(run, "moving"));

        assertThat(GrpcErrors.info(moving).getReason()).isEqualTo("STALE_VERSION");
        assertThat(outside.undone()).hasSize(before);
    }

    @Test
    void takesOverWhatADeadProcessHadBegun() {
        var run = done("dead-undoing.example");
        rows.write(
                "update effect set state = 'UNDOING', undo_time = now() - interval '2 minutes' where run_id = ? and action_key = ?",
                run.getId(),
                CRM);

        undo(run, "taken-over");

        assertThat(state(run)).isEqualTo("UNDONE");
        assertThat(client.get(run.getId()).getActionsList())
                .anySatisfy(action -> assertThat(action.getState()).isEqualTo(ActionState.ACTION_STATE_UNDONE));
    }

    private Run done(String domain) {
        outside.answering(
                "\"domain\":\"" + domain + "\"",
                new Outcome.Done("42", "updated", "{}".getBytes(StandardCharsets.UTF_8)));
        return client.ended(client.start(domain).getId());
    }

    private UndoEffectResponse undo(Run run, String requestId) {
        return client.effects()
                .undoEffect(UndoEffectRequest.newBuilder()
                        .setRequestId(requestId + run.getId())
                        .setRunId(run.getId())
                        .setActionKey(CRM)
                        .setReason("wrong company")
                        .build());
    }

    private String state(Run run) {
        return rows.text("select state from effect where run_id = ? and action_key = ?", run.getId(), CRM);
    }
}
