package io.outrider.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.messaging.fixture.SandboxResource;
import io.outrider.messaging.fixture.Wire;
import io.outrider.messaging.v1.MessagingServiceGrpc;
import io.outrider.messaging.v1.MessagingServiceGrpc.MessagingServiceBlockingStub;
import io.outrider.messaging.v1.OutcomeKind;
import io.outrider.messaging.v1.RecordOutcomeRequest;
import io.outrider.messaging.v1.ReviseSequenceRequest;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.ConfidenceBand;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class MessagingGrpcServiceTest {

    @ConfigProperty(name = "quarkus.grpc.server.test-port")
    int port;

    TestTokens tokens;
    Sandbox sandbox;

    private ManagedChannel channel;
    private MessagingServiceBlockingStub client;

    @BeforeEach
    void open() {
        channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        client = as(tokens.as("ann", "acme", Role.ROLE_AUTHOR));
    }

    @AfterEach
    void close() {
        sandbox.faults().clear();
        channel.shutdownNow();
    }

    @Test
    void rulesDraftThreeCarriedMessagesAndAskNoModel() {
        int before = modelCalls();

        var response =
                client.generateSequence(Wire.generate(id(), Level.LEVEL_RULES).build());

        var sequence = response.getSequence();
        assertThat(sequence.getStepsList()).extracting("dayOffset").containsExactly(0, 3, 7);
        assertThat(sequence.getGrounding().getUnsupported()).isZero();
        assertThat(sequence.getGrounding().getSupported()).isGreaterThan(4);
        assertThat(sequence.getLintList()).isEmpty();
        assertThat(sequence.getPersonaId()).isEqualTo("plant-leader");
        assertThat(sequence.getConfidence().getBand()).isEqualTo(ConfidenceBand.CONFIDENCE_BAND_HIGH);
        assertThat(response.getWork().getLevel()).isEqualTo(Level.LEVEL_RULES);
        assertThat(response.getWork().getCost().getModelCalls()).isZero();
        assertThat(modelCalls()).isEqualTo(before);
        assertBodies(sequence);
    }

    @Test
    void assistedDraftsWithAModelAndChecksItTheSame() {
        var response = client.generateSequence(
                Wire.generate(id(), Level.LEVEL_ASSISTED).build());

        var sequence = response.getSequence();
        assertThat(response.getWork().getDegraded()).isFalse();
        assertThat(response.getWork().getPromptVersionsList()).containsExactly("messaging/v1");
        assertThat(response.getWork().getCost().getModelCalls()).isOne();
        assertThat(response.getWork().getCost().getPromptTokens()).isPositive();
        assertThat(sequence.getStepsCount()).isEqualTo(3);
        assertThat(sequence.getGrounding().getUnsupported()).isZero();
        assertThat(sequence.getGrounding().getSupported()).isGreaterThan(2);
        assertThat(errors(sequence)).isEmpty();
        assertBodies(sequence);
    }

    @Test
    void dropsWhatAModelInvents() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).spoil(Spoil.UNSUPPORTED_SENTENCE));

        var sequence = client.generateSequence(
                        Wire.generate(id(), Level.LEVEL_ASSISTED).build())
                .getSequence();

        assertThat(sequence.getGrounding().getUnsupported()).isZero();
        assertThat(sequence.getSteps(0).getBody()).doesNotContain("4 million");
        assertThat(sequence.getSelectionRationale()).contains("a sentence was dropped");
        assertBodies(sequence);
    }

    @Test
    void writesByTemplatesWhereAModelAnswersNonsense() {
        for (var spoil : List.of(Spoil.MALFORMED_JSON, Spoil.WRONG_SCHEMA)) {
            sandbox.faults().set(List.of(FaultRule.on(Kind.MODEL).spoil(spoil)), 1);

            var response = client.generateSequence(
                    Wire.generate(id(), Level.LEVEL_ASSISTED).build());

            assertThat(response.getWork().getDegraded()).as(spoil.name()).isTrue();
            assertThat(response.getWork().getDegradedReasonsList()).isNotEmpty();
            assertThat(response.getSequence().getGrounding().getUnsupported()).isZero();
            assertThat(response.getSequence().getStepsCount()).isEqualTo(3);
        }
    }

    @Test
    void isLessSureWhereItIsDegraded() {
        var rules =
                client.generateSequence(Wire.generate(id(), Level.LEVEL_RULES).build());
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(503));

        var degraded = client.generateSequence(
                Wire.generate(id(), Level.LEVEL_ASSISTED).build());

        assertThat(degraded.getWork().getDegradedReasonsList()).anyMatch(reason -> reason.contains("503"));
        assertThat(degraded.getSequence().getConfidence().getValue())
                .isLessThan(rules.getSequence().getConfidence().getValue());
    }

    @Test
    void repeatsTheStoredSequence() {
        var request = Wire.generate(id(), Level.LEVEL_RULES).build();

        var first = client.generateSequence(request);
        var second = client.generateSequence(request);

        assertThat(second.getSequence()).isEqualTo(first.getSequence());
        assertThat(first.getWork().getReplayed()).isFalse();
        assertThat(second.getWork().getReplayed()).isTrue();
    }

    @Test
    void racersGetOneSequence() {
        var request = Wire.generate(id(), Level.LEVEL_RULES).build();

        var ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> client.generateSequence(request).getSequence().getId())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameId() {
        var request = Wire.generate(id(), Level.LEVEL_RULES);
        client.generateSequence(request.build());

        var error =
                failure(() -> client.generateSequence(request.setStepCount(2).build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var ok = Wire.generate(id(), Level.LEVEL_RULES).build();
        var otherBrief = ok.getBrief().toBuilder();
        otherBrief.getAccountBuilder().setDomain("zentrix.example");

        assertInvalid(
                "request_id",
                () -> client.generateSequence(ok.toBuilder().setRequestId("a b").build()));
        assertInvalid(
                "playbook_id",
                () -> client.generateSequence(
                        ok.toBuilder().setPlaybookId("nope").build()));
        assertInvalid(
                "step_count",
                () -> client.generateSequence(ok.toBuilder().setStepCount(9).build()));
        assertInvalid(
                "lang",
                () -> client.generateSequence(ok.toBuilder().setLang("nl").build()));
        assertInvalid(
                "person",
                () -> client.generateSequence(ok.toBuilder().clearPerson().build()));
        assertInvalid(
                "brief.account.domain",
                () -> client.generateSequence(
                        ok.toBuilder().setBrief(otherBrief).build()));
        assertInvalid(
                "instruction",
                () -> client.reviseSequence(ReviseSequenceRequest.newBuilder()
                        .setRequestId(id())
                        .setSequenceId("seq_1")
                        .build()));
        assertInvalid(
                "kind",
                () -> client.recordOutcome(RecordOutcomeRequest.newBuilder()
                        .setRequestId(id())
                        .setSequenceId("seq_1")
                        .build()));
    }

    @Test
    void letsInOnlyWhomTheContractAllows() {
        var request = Wire.generate(id(), Level.LEVEL_RULES).build();

        var none = failure(() -> MessagingServiceGrpc.newBlockingStub(channel).generateSequence(request));
        var viewer =
                failure(() -> as(tokens.as("vic", "acme", Role.ROLE_VIEWER)).generateSequence(request));
        var service = as(tokens.asServiceFor("acme")).generateSequence(request);

        assertThat(none.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(viewer.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(service.getSequence().getId()).startsWith("seq_");
    }

    @Test
    void revisesByRulesWhatCodeCanGrant() {
        var first = client.generateSequence(
                        Wire.generate(id(), Level.LEVEL_RULES).build())
                .getSequence();

        var shorter = client.reviseSequence(revision(first, "Please make it shorter.", Level.LEVEL_RULES))
                .getSequence();
        var error = failure(() -> client.reviseSequence(revision(first, "More warmth", Level.LEVEL_RULES)));

        assertThat(shorter.getRevisesId()).isEqualTo(first.getId());
        assertThat(shorter.getSteps(0).getBody())
                .hasSizeLessThan(first.getSteps(0).getBody().length());
        assertThat(shorter.getGrounding().getUnsupported()).isZero();
        assertThat(error.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REVISION_NEEDS_MODEL");
        assertBodies(shorter);
    }

    @Test
    void revisesWithAModelAndNeverPretends() {
        var first = client.generateSequence(
                        Wire.generate(id(), Level.LEVEL_RULES).build())
                .getSequence();

        var revised = client.reviseSequence(revision(first, "More warmth", Level.LEVEL_ASSISTED));
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(503));
        var error = failure(() -> client.reviseSequence(revision(first, "More warmth", Level.LEVEL_ASSISTED)));

        assertThat(revised.getSequence().getRevisesId()).isEqualTo(first.getId());
        assertThat(revised.getWork().getPromptVersionsList()).containsExactly("messaging/v1");
        assertThat(error.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("MODEL_UNAVAILABLE");
    }

    @Test
    void knowsNoSequenceOfAnotherWorkspace() {
        var first = client.generateSequence(
                        Wire.generate(id(), Level.LEVEL_RULES).build())
                .getSequence();
        var other = as(tokens.as("bob", "other", Role.ROLE_AUTHOR));

        var error = failure(() -> other.reviseSequence(revision(first, "shorter", Level.LEVEL_RULES)));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void preparesACallFromWhatIsKnownAndListsWhatIsNot() {
        var request = Wire.prepare(id(), Level.LEVEL_ASSISTED).build();

        var response = client.prepareCall(request);

        var prep = response.getCallPrep();
        assertThat(prep.getCompanyBrief()).contains("People: 240").doesNotContain("Volvo");
        assertThat(prep.getPersonBrief()).contains("Anna Vos", "VP Operations");
        assertThat(prep.getKeyThemesList()).isNotEmpty().allMatch(theme -> theme.getSupport() == Support.SUPPORT_CLAIM);
        assertThat(prep.getDiscoveryQuestionsList())
                .extracting("question")
                .contains("Does the company make physical goods?");
        assertThat(prep.getProofPointIdsList()).contains("pp_bakery");
        assertThat(prep.getChecklistList()).anyMatch(line -> line.contains("Revenue?"));
        assertThat(response.getWork().getDegraded()).isTrue();
        assertThat(client.prepareCall(request).getWork().getReplayed()).isTrue();
    }

    @Test
    void recordsWhatBecameOfAMessageOnce() {
        var sequence = client.generateSequence(
                        Wire.generate(id(), Level.LEVEL_RULES).build())
                .getSequence();
        var request = RecordOutcomeRequest.newBuilder()
                .setRequestId(id())
                .setSequenceId(sequence.getId())
                .setKind(OutcomeKind.OUTCOME_KIND_POSITIVE_REPLY)
                .setStepIndex(1)
                .setOccurTime(sequence.getCreateTime())
                .setNote("Wants a call")
                .build();

        var first = client.recordOutcome(request);
        var second = client.recordOutcome(request);
        var beyond = failure(() -> client.recordOutcome(
                request.toBuilder().setRequestId(id()).setStepIndex(3).build()));
        var unknown = failure(() -> client.recordOutcome(
                request.toBuilder().setRequestId(id()).setSequenceId("seq_none").build()));

        assertThat(first.getOutcomeId()).startsWith("out_").isEqualTo(second.getOutcomeId());
        assertThat(beyond.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(unknown.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    private MessagingServiceBlockingStub as(CallCredentials credentials) {
        return MessagingServiceGrpc.newBlockingStub(channel).withCallCredentials(credentials);
    }

    private int modelCalls() {
        return sandbox.received().list(Kind.MODEL).size();
    }

    private static ReviseSequenceRequest revision(Sequence sequence, String instruction, Level level) {
        return ReviseSequenceRequest.newBuilder()
                .setRequestId(id())
                .setSequenceId(sequence.getId())
                .setInstruction(instruction)
                .setLevel(level)
                .build();
    }

    private static String id() {
        return Ids.next("req");
    }

    private static List<?> errors(Sequence sequence) {
        return sequence.getLintList().stream()
                .filter(finding -> finding.getSeverity() == LintSeverity.LINT_SEVERITY_ERROR)
                .toList();
    }

    /** The body is its sentences and nothing else. */
    private static void assertBodies(Sequence sequence) {
        for (var step : sequence.getStepsList()) {
            var paragraphs = step.getSentencesList().stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            Sentence::getParagraph,
                            java.util.TreeMap::new,
                            java.util.stream.Collectors.mapping(
                                    Sentence::getText, java.util.stream.Collectors.joining(" "))));
            assertThat(step.getBody()).isEqualTo(String.join("\n\n", paragraphs.values()));
        }
    }

    private static void assertInvalid(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var error = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(error).as(field).isNotNull();
        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", field);
    }

    private static StatusRuntimeException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }
}
