package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Tier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RunServiceTest {

    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "road");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void goesTheWholeRoad() {
        var run = client.ended(client.start("road.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(run.getActionsList())
                .extracting(RunAction::getActionType)
                .containsExactly("crm.company.upsert", "sequence.enrol", "slack.message.post");
        assertThat(run.getScore()).isEqualTo(8);
        assertThat(run.getConfidence()).isEqualTo(0.8);
        assertThat(run.getCost().getMicroUsd()).isEqualTo(300);
        assertThat(outside.received("road.example")).hasSize(3);
        assertThat(world.research.calls("road.example"))
                .singleElement()
                .satisfies(q -> assertThat(q.getRequestId()).isEqualTo(run.getId() + ":research"));
        assertThat(world.workspacesHeard()).contains("road");
        assertThat(run.getTimelineList()).extracting(e -> e.getEvent()).contains("accepted", "done", "granted");
    }

    @Test
    void waitsForAReviewerAndActsOnWhatWasAccepted() {
        world.gate.ruling("gate.example", Ruling.PEND);
        var waiting = client.settled(client.start("gate.example").getId());
        assertThat(waiting.getState()).isEqualTo(RunState.RUN_STATE_WAITING);
        assertThat(outside.received("gate.example")).isEmpty();

        world.gate.accept(waiting.getId(), "crm.company.upsert:0");
        world.gate.edit(
                waiting.getId(),
                ENROL,
                "{\"sequenceId\":\"seq-1\",\"contact\":{\"email\":\"bram@gate.example\"},\"steps\":[{\"body\":\"Edited.\"}]}");
        world.gate.close(waiting.getId(), "slack.message.post:2", io.outrider.review.v1.ItemState.ITEM_STATE_REJECTED);

        var run = client.ended(waiting.getId());
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("gate.example")).hasSize(2);
        assertThat(outside.received("Edited.")).hasSize(1);
    }

    @Test
    void hearsADecisionThatComesBeforeTheRunWaits() {
        world.gate.ruling("early.example", Ruling.PEND_AND_ACCEPT_AT_ONCE);

        var run = client.ended(client.start("early.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("early.example")).hasSize(3);
    }

    @Test
    void actsOnceOnADecisionThatComesTwice() {
        world.gate.ruling("twice.example", p -> p.getKey().equals(ENROL) ? Ruling.PEND : Ruling.GRANT);
        var waiting = client.settled(client.start("twice.example").getId());

        world.gate.accept(waiting.getId(), ENROL);
        world.gate.repeatLast();
        world.gate.cutStreams();

        var run = client.ended(waiting.getId());
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@twice.example")).hasSize(1);
    }

    @Test
    void refusesAGrantForOtherBytes() {
        world.gate.ruling("forged.example", p -> p.getKey().equals(ENROL) ? Ruling.PEND : Ruling.REFUSE);
        var waiting = client.settled(client.start("forged.example").getId());

        world.gate.acceptWithWrongGrant(waiting.getId(), ENROL);

        client.ended(waiting.getId());
        assertThat(outside.received("forged.example")).isEmpty();
    }

    @Test
    void triesAgainWhatMayPass() {
        world.research.failing("flaky.example", Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED);

        var run = client.ended(client.start("flaky.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(world.research.calls("flaky.example")).hasSize(3);
        assertThat(run.getTimelineList())
                .filteredOn(e -> e.getEvent().equals("retrying"))
                .hasSize(2);
    }

    @Test
    void passesEachStepsDeadlineOn() {
        client.library(
                "library-deadlines",
                "{step: research, deadline_seconds: 7}, {step: qualify, deadline_seconds: 8},"
                        + " {step: draft, deadline_seconds: 9}, {step: propose, deadline_seconds: 11}");
        try {
            client.ended(client.start("deadlines.example").getId());
        } finally {
            client.library("library-deadlines-back", "");
        }

        assertThat(world.lastDeadline("ResearchAccount")).isBetween(Duration.ofMillis(1), Duration.ofSeconds(7));
        assertThat(world.lastDeadline("QualifyCompany")).isBetween(Duration.ofMillis(1), Duration.ofSeconds(8));
        assertThat(world.lastDeadline("GenerateSequence")).isBetween(Duration.ofMillis(1), Duration.ofSeconds(9));
        assertThat(world.lastDeadline("ProposeAction")).isBetween(Duration.ofMillis(1), Duration.ofSeconds(11));
    }

    @Test
    void failsAtOnceOnWhatWillNotPass() {
        world.qualify.failing("bad.example", Status.INVALID_ARGUMENT.withDescription("no such rule"));

        var run = client.ended(client.start("bad.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getReason()).contains("no such rule");
        assertThat(world.qualify.calls("bad.example")).hasSize(1);
    }

    @Test
    void outlivesAServiceThatDies() {
        world.killResearch();
        var id = client.start("dead.example").getId();
        client.until(
                id,
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty());

        world.startResearch();

        assertThat(client.ended(id).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
    }

    @Test
    void endsWithoutMessagesWhereTheAccountDoesNotFit() {
        world.qualify.answering(q -> Samples.scored(
                q,
                q.getAccount().getDomain().equals("poor.example") ? 3 : 8,
                q.getAccount().getDomain().equals("poor.example") ? Tier.TIER_WEAK : Tier.TIER_STRONG));

        var run = client.ended(client.start("poor.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_DISQUALIFIED);
        assertThat(world.messaging.calls("poor.example")).isEmpty();
        assertThat(run.getActionsList()).extracting(RunAction::getActionType).containsExactly("crm.company.upsert");
    }

    @Test
    void makesOneRunOfFiftyEqualRequests() throws Exception {
        world.gate.ruling("race.example", Ruling.PEND);
        var request = Client.request("race", "race.example").build();
        var ids = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 50; i++) {
                calls.add(() -> client.runs().startRun(request).getRun().getId());
            }
            for (var answer : threads.invokeAll(calls)) {
                ids.add(answer.get());
            }
        }

        assertThat(ids).hasSize(1);
    }

    @Test
    void refusesARequestIdWithAnotherBody() {
        client.start("reuse.example");

        var error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.runs()
                        .startRun(Client.request("start-reuse-example", "other.example")
                                .build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void answersARepeatHoweverTheClientOrdersItsMap() throws InvalidProtocolBufferException {
        var request = Client.request("ordered", "ordered.example");
        var a = attribute("a");
        var b = attribute("b");
        var there = StartRunRequest.parseFrom(joined(request.build(), a, b));
        var back = StartRunRequest.parseFrom(joined(request.build(), b, a));

        var first = client.runs().startRun(there).getRun().getId();

        assertThat(client.runs().startRun(back).getRun().getId()).isEqualTo(first);
    }

    @Test
    void answersARepeatThatWouldBeRefusedByNow() {
        var request = Client.request("kept", "kept.example")
                .setOptions(RunOptions.newBuilder().setPlaybookId("plant-uptime"))
                .build();
        var batch = StartBatchRequest.newBuilder()
                .setRequestId("kept-batch")
                .setOptions(request.getOptions())
                .addEntries(
                        BatchEntry.newBuilder().setAccount(Account.newBuilder().setDomain("kept-batch.example")))
                .build();
        var first = client.runs().startRun(request).getRun().getId();
        var firstBatch = client.runs().startBatch(batch).getBatchId();
        client.renamed("library-renamed", "plant-downtime");
        try {
            assertThat(client.runs().startRun(request).getRun().getId()).isEqualTo(first);
            assertThat(client.runs().startBatch(batch).getBatchId()).isEqualTo(firstBatch);
            var other = refused(request.toBuilder()
                    .setOptions(request.getOptions().toBuilder().setPlaybookId("gone"))
                    .build());
            assertThat(GrpcErrors.info(other).getReason()).isEqualTo("REQUEST_ID_REUSED");
            var fresh = refused(request.toBuilder().setRequestId("fresh").build());
            assertThat(fresh.getStatus().getDescription()).contains("options.playbook_id");
        } finally {
            client.library("library-back", "");
        }
    }

    @Test
    void namesTheEnumThatItDoesNotKnow() {
        var base = Client.request("unknown", "enum.example");
        var level = base.clone().setOptions(RunOptions.newBuilder().setLevelValue(99));
        var depth = base.clone().setOptions(RunOptions.newBuilder().setDepthValue(99));
        var seniority = base.clone().setPerson(base.getPerson().toBuilder().setSeniorityValue(99));
        var status = base.clone().setPerson(base.getPerson().toBuilder().setEmailStatusValue(99));

        assertThat(refused(level.build()).getStatus().getDescription()).contains("options.level has no value 99");
        assertThat(refused(depth.build()).getStatus().getDescription()).contains("options.depth has no value 99");
        assertThat(refused(seniority.build()).getStatus().getDescription()).contains("person.seniority", "99");
        assertThat(refused(status.build()).getStatus().getDescription()).contains("person.email_status", "99");
        assertThat(refused(status.build()).getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        var batch = client.runs()
                .startBatch(StartBatchRequest.newBuilder()
                        .setRequestId("unknown-batch")
                        .addEntries(BatchEntry.newBuilder()
                                .setAccount(Account.newBuilder().setDomain("enum-1.example"))
                                .setPerson(seniority.getPerson()))
                        .addEntries(BatchEntry.newBuilder()
                                .setAccount(Account.newBuilder().setDomain("enum-2.example")))
                        .build());
        assertThat(batch.getRefusedList())
                .singleElement()
                .satisfies(no -> assertThat(no.getIndex()).isZero());
        assertThat(batch.getRunsList()).hasSize(1);
    }

    @Test
    void refusesAPlaybookAndARevisionThatAreNotThere() {
        var base = Client.request("nowhere", "nowhere.example");
        var playbook = base.clone().setOptions(RunOptions.newBuilder().setPlaybookId("nowhere"));
        var revision = base.clone().setOptions(RunOptions.newBuilder().setLibraryRevision(4_711));

        var noPlaybook = refused(playbook.build());
        var noRevision = refused(revision.build());

        assertThat(noPlaybook.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(noPlaybook.getStatus().getDescription()).contains("options.playbook_id", "nowhere");
        assertThat(noRevision.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
        assertThat(noRevision.getStatus().getDescription()).contains("4711");
        assertThat(client.runs().startRun(base.build()).getAlreadyActive()).isFalse();
    }

    private StatusRuntimeException refused(StartRunRequest request) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> client.runs().startRun(request));
    }

    private static StartRunRequest attribute(String key) {
        return StartRunRequest.newBuilder()
                .setAccount(Account.newBuilder().putAttributes(key, "1"))
                .build();
    }

    private static byte[] joined(StartRunRequest... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part.toByteArray());
        }
        return bytes.toByteArray();
    }

    @Test
    void hasOneActiveRunPerAccountAndPlaybook() {
        world.gate.ruling("active.example", Ruling.PEND);
        var first = client.start("active.example");

        var second = client.runs()
                .startRun(Client.request("second", "active.example").build());
        var again = client.runs()
                .startRun(Client.request("second", "active.example").build());

        assertThat(second.getAlreadyActive()).isTrue();
        assertThat(second.getRun().getId()).isEqualTo(first.getId());
        assertThat(again.getAlreadyActive()).isTrue();
        assertThat(again.getRun().getId()).isEqualTo(first.getId());
    }
}
