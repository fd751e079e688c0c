package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.effect.Segments;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ContactEvent;
import io.outrider.orchestrator.v1.EffectFinding;
import io.outrider.orchestrator.v1.RecordContactEventRequest;
import io.outrider.orchestrator.v1.ResolveEffectRequest;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Tier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of effects reaches the gate: what went badly, what nobody knew, and where a message has gone before. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class OutcomeTest {

    private static final String CRM = "crm.company.upsert:0";
    private static final String ENROL = "sequence.enrol:1";

    TestTokens tokens;
    World world;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Segments segments;

    @Inject
    Rows rows;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "outcomes");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        world.qualify.answering(request -> Samples.scored(request, 8, Tier.TIER_STRONG));
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"CONTACT_EVENT_BOUNCED, EFFECT_OUTCOME_BOUNCED", "CONTACT_EVENT_COMPLAINED, EFFECT_OUTCOME_COMPLAINED"})
    void tellsTheGateWhatTheContactMadeOfIt(ContactEvent event, EffectOutcome outcome) throws InterruptedException {
        var domain = outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".example";
        var run = client.ended(client.start(domain).getId());

        happens(event, "Bram@" + domain);

        var told = world.gate.awaitOutcome("itm_" + run.getId() + ENROL, outcome);
        assertThat(told.getDetail()).isEqualTo("mail server");
    }

    @Test
    void saysThatNothingWasExecutedWhereNothingHappened() throws InterruptedException {
        outside.answering("bram@not-executed.example", new Outcome.Unknown("cut"));
        var run = client.ended(client.start("not-executed.example").getId());
        var item = "itm_" + run.getId() + ENROL;
        world.gate.awaitOutcome(item, EffectOutcome.EFFECT_OUTCOME_UNKNOWN);

        client.effects()
                .resolveEffect(ResolveEffectRequest.newBuilder()
                        .setRequestId("resolve-not-executed")
                        .setRunId(run.getId())
                        .setActionKey(ENROL)
                        .setFinding(EffectFinding.EFFECT_FINDING_DID_NOT_HAPPEN)
                        .setComment("is in no sequence")
                        .build());

        assertThat(world.gate
                        .awaitOutcome(item, EffectOutcome.EFFECT_OUTCOME_NOT_EXECUTED)
                        .getDetail())
                .contains("is in no sequence");
    }

    /** Every leg of a run says the same of it, or the gate would take a repeat for another proposal. */
    @Test
    void callsASegmentNewForRunsThatBeganBeforeAMessageHadGoneThere() {
        world.qualify.answering(OutcomeTest::maker);
        try (var fresh = new Client(tokens, "segments")) {
            fresh.library("library", "");

            var first = fresh.ended(fresh.start("first-segment.example").getId());
            awaitSegmentReached(Duration.ofMinutes(2));
            fresh.ended(fresh.start("second-segment.example").getId());

            assertThat(proposal("first-segment.example", ENROL).getRisk().getNewSegment())
                    .isTrue();
            assertThat(proposal("second-segment.example", ENROL).getRisk().getNewSegment())
                    .isFalse();
            assertThat(proposal("first-segment.example", CRM).getRisk().getNewSegment())
                    .isFalse();
            var began = Timestamps.toInstant(first.getCreateTime()).minus(Duration.ofMinutes(2));
            assertThat(segments.isNew("segments", "makers", began)).isTrue();
        }
    }

    /** As if it had been so long ago. */
    private void awaitSegmentReached(Duration ago) {
        var age =
                "update segment_reached set first_time = first_time - make_interval(secs => ?) where workspace_id = 'segments'";
        for (int i = 0; i < 20_000 && rows.write(age, (double) ago.toSeconds()) == 0; i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void namesTheAgentWhoseWorkItIs() {
        client.ended(client.start("agent-outcomes.example").getId());

        assertThat(proposal("agent-outcomes.example", ENROL).getOrigin().getAgent())
                .isEqualTo("messaging");
        assertThat(proposal("agent-outcomes.example", CRM).getOrigin().getAgent())
                .isEqualTo("qualify");
    }

    private static QualifyCompanyResponse maker(QualifyCompanyRequest request) {
        var scored = Samples.scored(request, 8, Tier.TIER_STRONG).toBuilder();
        scored.getVerdictBuilder().setSegmentId("makers");
        return scored.build();
    }

    private Proposal proposal(String domain, String key) {
        return world.gate.proposals.calls(domain).getFirst().getProposalsList().stream()
                .filter(proposal -> proposal.getKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void happens(ContactEvent event, String email) {
        client.effects()
                .recordContactEvent(RecordContactEventRequest.newBuilder()
                        .setRequestId("e-" + event.getNumber() + "-" + email.replaceAll("[^a-z]", "-"))
                        .setEmail(email)
                        .setEvent(event)
                        .setSource("mail server")
                        .build());
    }
}
