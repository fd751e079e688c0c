package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.AddSuppressionRequest;
import io.outrider.orchestrator.v1.ContactEvent;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.ListEffectsRequest;
import io.outrider.orchestrator.v1.ListSuppressionsRequest;
import io.outrider.orchestrator.v1.RecordContactEventRequest;
import io.outrider.orchestrator.v1.RemoveSuppressionRequest;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.Suppression;
import io.outrider.orchestrator.v1.UndoEffectRequest;
import io.outrider.review.v1.GrantStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the grant and the call: who does not want it, what no longer holds, what nobody can say. And what follows the call. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class LastMomentTest {

    private static final String CRM = "crm.company.upsert:0";
    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "lastmoment");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        world.gate.grants(GrantStatus.GRANT_STATUS_VALID);
        world.research.answering(Samples::brief);
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "supp-address.example, bram@supp-address.example",
        "supp-domain.example, supp-domain.example",
        "eu.supp-parent.example, supp-parent.example"
    })
    void writesToNobodyWhoIsSuppressed(String domain, String suppressed) {
        suppress(suppressed);

        var run = client.ended(client.start(domain).getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(action(run, ENROL).getState()).isEqualTo(ActionState.ACTION_STATE_CANCELLED);
        assertThat(action(run, ENROL).getReason()).contains("suppressed", "asked us to stop");
        assertThat(outside.received("bram@" + domain)).isEmpty();
        assertThat(outside.received(domain)).hasSize(2);
    }

    @Test
    void writesToNobodyWhoRepliedMeanwhile() {
        world.gate.ruling("replied.example", Ruling.PEND);
        var waiting = client.settled(client.start("replied.example").getId());
        var suppressed = event("bram@replied.example", ContactEvent.CONTACT_EVENT_REPLIED);

        world.gate.accept(waiting.getId(), CRM);
        world.gate.accept(waiting.getId(), ENROL);
        world.gate.accept(waiting.getId(), "slack.message.post:2");

        var run = client.ended(waiting.getId());
        assertThat(suppressed).isFalse();
        assertThat(action(run, ENROL).getReason()).contains("replied on");
        assertThat(outside.received("bram@replied.example")).isEmpty();
        assertThat(outside.received("replied.example")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = GrantStatus.class,
            names = {"GRANT_STATUS_REVOKED", "GRANT_STATUS_EXPIRED", "GRANT_STATUS_KILL_SWITCH", "GRANT_STATUS_UNKNOWN"
            })
    void doesNothingThatTheGateTookBack(GrantStatus status) {
        var domain = status.name().toLowerCase(java.util.Locale.ROOT).replace("_", "-") + ".example";
        world.gate.grants(status);

        var run = client.ended(client.start(domain).getId());

        assertThat(run.getActionsList()).extracting(RunAction::getState).containsOnly(ActionState.ACTION_STATE_REFUSED);
        assertThat(outside.received(domain)).isEmpty();
    }

    @Test
    void sendsNothingWhileTheGateIsAway() {
        world.gate.grants(null);
        var id = client.start("away.example").getId();
        var waiting = client.until(
                id,
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && run.getReason().contains("the gate does not say"));
        assertThat(waiting.hasEndTime()).isFalse();
        assertThat(outside.received("away.example")).isEmpty();

        world.gate.grants(GrantStatus.GRANT_STATUS_VALID);

        assertThat(client.ended(id).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("away.example")).hasSize(3);
    }

    @Test
    void saysNothingThatIsNoLongerFresh() {
        world.research.answering(request -> stale(request));

        var run = client.ended(client.start("stale.example").getId());

        assertThat(run.getActionsList())
                .allSatisfy(action -> assertThat(action.getReason()).contains("was good until"));
        assertThat(outside.received("stale.example")).isEmpty();
    }

    @Test
    void keepsAListOfWhomNobodyWritesTo() {
        event("Gone@Bounced.example", ContactEvent.CONTACT_EVENT_BOUNCED);
        var page = client.effects().listSuppressions(ListSuppressionsRequest.getDefaultInstance());
        assertThat(page.getSuppressionsList())
                .extracting(Suppression::getAddressOrDomain)
                .contains("gone@bounced.example");

        var remove = RemoveSuppressionRequest.newBuilder()
                .setRequestId("r1")
                .setAddressOrDomain("gone@bounced.example")
                .build();
        client.effects().removeSuppression(remove);

        var again = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.effects().removeSuppression(remove));
        assertThat(GrpcErrors.info(again).getReason()).isEqualTo("NOT_FOUND");
        var wrong = catchThrowableOfType(StatusRuntimeException.class, () -> suppress("not an address"));
        assertThat(GrpcErrors.info(wrong).getReason()).isEqualTo("INVALID_FIELD");
    }

    @ParameterizedTest
    @CsvSource({
        "EFFECT_FINDING_HAPPENED, happened.example, COMPLETED",
        "EFFECT_FINDING_DID_NOT_HAPPEN, nothappened.example, FAILED"
    })
    void endsWhatWaitedForAPerson(EffectFinding finding, String domain, String state) {
        outside.answering("bram@" + domain, new Outcome.Unknown("cut"));
        var run = client.ended(client.start(domain).getId());
        var request = ResolveEffectRequest.newBuilder()
                .setRequestId("resolve-" + state)
                .setRunId(run.getId())
                .setActionKey(ENROL)
                .setFinding(finding)
                .setComment("looked into the sequencer")
                .build();

        client.effects().resolveEffect(request);
        client.effects().resolveEffect(request);

        var after = client.get(run.getId());
        assertThat(after.getState()).isEqualTo(RunState.valueOf("RUN_STATE_" + state));
        assertThat(after.getTimelineList())
                .filteredOn(e -> e.getEvent().startsWith("found"))
                .hasSize(1);
        assertThat(outside.received("bram@" + domain)).hasSize(1);
        var second = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.effects()
                        .resolveEffect(request.toBuilder().setRequestId("other").build()));
        assertThat(GrpcErrors.info(second).getReason()).isEqualTo("NOT_UNKNOWN");
    }

    @Test
    void takesBackWhatCanBeTakenBack() {
        outside.answering(
                "\"domain\":\"undo.example\"",
                new Outcome.Done("42", "updated", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var run = client.ended(client.start("undo.example").getId());
        var request = UndoEffectRequest.newBuilder()
                .setRequestId("undo")
                .setRunId(run.getId())
                .setActionKey(CRM)
                .setReason("wrong company")
                .build();

        var undone = client.effects().undoEffect(request);
        client.effects().undoEffect(request);

        assertThat(undone.getRestoredFieldsList()).containsExactly("industry");
        assertThat(undone.getKeptFieldsList()).containsExactly("name");
        assertThat(outside.undone()).hasSize(1);
        var after = client.get(run.getId());
        assertThat(action(after, CRM).getState()).isEqualTo(ActionState.ACTION_STATE_UNDONE);
        assertThat(after.getTimelineList()).extracting(e -> e.getEvent()).contains("undone");
        var mail = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.effects()
                        .undoEffect(request.toBuilder()
                                .setRequestId("undo-2")
                                .setActionKey(ENROL)
                                .build()));
        assertThat(GrpcErrors.info(mail).getReason()).isEqualTo("NOT_UNDOABLE");
        assertThat(client.effects()
                        .listEffects(ListEffectsRequest.newBuilder()
                                .setRunId(run.getId())
                                .build())
                        .getEffectsCount())
                .isEqualTo(3);
    }

    private static io.outrider.research.v1.ResearchAccountResponse stale(
            io.outrider.research.v1.ResearchAccountRequest request) {
        var fresh = Samples.brief(request);
        if (!request.getAccount().getDomain().equals("stale.example")) {
            return fresh;
        }
        var brief = fresh.getBrief().toBuilder();
        brief.getClaimsBuilder(0).setExpireTime(Timestamps.toWire(Instant.now().minusSeconds(1)));
        return fresh.toBuilder().setBrief(brief).build();
    }

    private static RunAction action(Run run, String key) {
        return run.getActionsList().stream()
                .filter(action -> action.getKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void suppress(String address) {
        client.effects()
                .addSuppression(AddSuppressionRequest.newBuilder()
                        .setRequestId("s-" + address.replaceAll("[^a-z]", "-"))
                        .setAddressOrDomain(address)
                        .setReason("asked us to stop")
                        .build());
    }

    private boolean event(String email, ContactEvent event) {
        return client.effects()
                .recordContactEvent(RecordContactEventRequest.newBuilder()
                        .setRequestId("e-" + event.getNumber())
                        .setEmail(email)
                        .setEvent(event)
                        .setSource("test")
                        .build())
                .getSuppressed();
    }
}
