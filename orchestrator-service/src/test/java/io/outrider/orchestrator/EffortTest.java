package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Drafts;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.step.CrashScript;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.StepEffort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer is told what the run has spent until it proposed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class EffortTest {

    TestTokens tokens;
    World world;

    @Inject
    CrashScript crash;

    private Client client;
    private Drafts drafts;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "effort");
        client.library("library", "");
        drafts = new Drafts(world, client);
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void goesWithEachProposal() {
        var run = client.ended(client.start("spends.example").getId());

        var proposals = world.gate.proposals.calls("spends.example").getFirst().getProposalsList();
        assertThat(proposals).hasSize(3).allSatisfy(proposal -> {
            var effort = proposal.getEffort();
            assertThat(effort.getCost()).isEqualTo(run.getCost());
            assertThat(effort.getStepsList())
                    .extracting(StepEffort::getStep)
                    .containsExactly("research", "qualify", "draft");
            assertThat(effort.getStepsList()).allSatisfy(step -> {
                assertThat(step.hasTook()).isTrue();
                assertThat(step.getCost().getMicroUsd()).isEqualTo(100);
            });
        });
        assertThat(proposals)
                .extracting(
                        Proposal::getKey,
                        proposal -> !proposal.getEffort().getSequenceId().isEmpty())
                .contains(org.assertj.core.groups.Tuple.tuple(Drafts.ENROL, true));
    }

    @Test
    void hindersNoRepeatAfterACrash() {
        crash.dieOnce("PROPOSED");

        var run = client.ended(client.start("spendstwice.example").getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        var calls = world.gate.proposals.calls("spendstwice.example");
        assertThat(calls).hasSize(2).extracting(call -> call.getRequestId()).containsOnly(run.getId() + ":propose");
        assertThat(calls.getLast().getProposals(0).getEffort())
                .isNotEqualTo(calls.getFirst().getProposals(0).getEffort());
    }

    @Test
    void includesWhatARevisionCost() {
        var waiting = drafts.waiting("spendsmore.example");

        drafts.sendBack(waiting, "shorter");

        assertThat(world.gate.revisions(waiting.getId()))
                .singleElement()
                .satisfies(revision -> assertThat(
                                revision.getProposal().getEffort().getCost().getMicroUsd())
                        .isEqualTo(400));
    }
}
