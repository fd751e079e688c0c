package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Drafts;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.RunTrace;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.CancelRunRequest;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Tier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent back comes again, and what was cancelled is withdrawn. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class RedraftTest {

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Rows rows;

    private Client client;
    private Drafts drafts;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "redraft");
        client.library("library", "");
        drafts = new Drafts(world, client);
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void draftsAgainWhatAReviewerSentBack() {
        var waiting = drafts.waiting("sentback.example");

        var redrafted = drafts.sendBack(waiting, "shorter");
        world.gate.accept(waiting.getId(), Drafts.ENROL);

        var run = client.ended(waiting.getId());
        assertThat(redrafted.getState()).isEqualTo(RunState.RUN_STATE_WAITING);
        assertThat(world.gate.revisions(run.getId())).singleElement().satisfies(revision -> {
            assertThat(revision.getInstruction()).isEqualTo("shorter");
            assertThat(revision.getVersion()).isEqualTo(1);
            assertThat(revision.getProposal().getOrigin().getTraceId()).isEqualTo(RunTrace.id(run.getId()));
        });
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(outside.received("bram@sentback.example"))
                .singleElement()
                .satisfies(effect -> assertThat(ScriptedConnectors.text(effect)).contains("shorter"));
        assertThat(run.getTimelineList()).extracting(TimelineEntry::getTraceId).containsOnly(RunTrace.id(run.getId()));
    }

    @Test
    void doesWhatWasApprovedAlthoughItNeverHeardThatItsDraftWasTaken() {
        var waiting = drafts.waiting("unheard.example");
        world.gate.loseAnswersToRevisions(true);
        world.gate.respond(waiting.getId(), Drafts.ENROL, "shorter");
        client.until(
                waiting.getId(),
                run -> run.getState() == RunState.RUN_STATE_QUEUED
                        && !run.getReason().isEmpty()
                        && rows.text("select max(version) from decision where run_id = ?", run.getId())
                                .equals("2"));

        world.gate.loseAnswersToRevisions(false);

        var run = client.ended(waiting.getId());
        assertThat(run.getActionsList()).extracting(RunAction::getState).containsOnly(ActionState.ACTION_STATE_DONE);
        assertThat(outside.received("bram@unheard.example"))
                .singleElement()
                .satisfies(effect -> assertThat(ScriptedConnectors.text(effect)).contains("shorter"));
    }

    @Test
    void saysWhyAnInstructionCannotBeFollowed() {
        var waiting = drafts.waiting("stubborn.example");

        drafts.sendBack(waiting, "impossible");

        assertThat(world.gate.revisions(waiting.getId()))
                .singleElement()
                .satisfies(
                        revision -> assertThat(revision.getProposal().getRisk().getMissingList())
                                .anyMatch(missing -> missing.contains("not followed")));
    }

    @Test
    void closesOnlyTheActionThatNoLongerApplies() {
        world.gate.ruling("changed.example", Ruling.PEND);
        var waiting = client.settled(client.start("changed.example").getId());
        world.qualify.answering(
                q -> Samples.scored(q, q.getAccount().getDomain().equals("changed.example") ? 5 : 8, Tier.TIER_STRONG));

        world.gate.regenerate(waiting.getId(), Drafts.ENROL);
        client.until(
                waiting.getId(),
                run -> run.getActions(1).getState() == ActionState.ACTION_STATE_CANCELLED
                        && run.getState() == RunState.RUN_STATE_WAITING);
        world.gate.accept(waiting.getId(), "crm.company.upsert:0");
        world.gate.accept(waiting.getId(), "slack.message.post:2");

        var run = client.ended(waiting.getId());
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(run.getActions(1).getReason()).contains("no longer applies");
        assertThat(outside.received("changed.example")).hasSize(2);
    }

    @Test
    void countsWhatADraftFromFreshFactsCosts() {
        var waiting = drafts.waiting("afresh.example");

        drafts.refresh(waiting);
        world.gate.accept(waiting.getId(), Drafts.ENROL);

        assertThat(client.ended(waiting.getId()).getCost().getMicroUsd()).isEqualTo(600);
    }

    @Test
    void tellsTheGateOfACancelledRun() throws InterruptedException {
        world.gate.ruling("withdraw.example", Ruling.PEND);
        var waiting = client.settled(client.start("withdraw.example").getId());

        client.runs()
                .cancelRun(CancelRunRequest.newBuilder()
                        .setRequestId("cancel")
                        .setRunId(waiting.getId())
                        .setReason("bought by a rival")
                        .build());

        assertThat(world.gate.awaitWithdrawal(waiting.getId()).getReason()).contains("bought by a rival");
    }
}
