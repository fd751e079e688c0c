package io.outrider.research;

import static io.outrider.research.ResearchCalls.failure;
import static io.outrider.research.ResearchCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.research.v1.GetBriefRequest;
import io.outrider.research.v1.GetSnapshotRequest;
import io.outrider.research.v1.ResearchAccountResponse;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Role;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idempotency, refusals and borders between workspaces. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class AnswerOnceTest {

    @GrpcClient("research")
    ResearchServiceBlockingStub client;

    TestTokens tokens;
    Sandbox sandbox;
    private ResearchCalls calls;

    @BeforeEach
    void quietOutside() {
        calls = ResearchCalls.of(client, tokens);
        sandbox.faults().clear();
        sandbox.received().clear();
    }

    @AfterEach
    void noFaultsLeft() {
        sandbox.faults().clear();
    }

    @Test
    void answersARepeatWithTheStoredAnswer() {
        var request = request("ferrocraft.example", Level.LEVEL_ASSISTED).build();
        var first = calls.research(request);
        sandbox.received().clear();

        var second = calls.research(request);

        assertThat(second.getWork().getReplayed()).isTrue();
        assertThat(second.getBrief()).isEqualTo(first.getBrief());
        assertThat(second.getWork().toBuilder().setReplayed(false).build()).isEqualTo(first.getWork());
        assertThat(sandbox.received().list(Kind.SITE)).isEmpty();
    }

    @Test
    void refusesARequestIdWithAnotherBody() {
        var request = request("ferrocraft.example", Level.LEVEL_RULES).build();
        calls.research(request);

        var error = failure(() ->
                calls.research(request.toBuilder().setDepth(Depth.DEPTH_LITE).build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(GrpcErrors.info(error).getDomain()).isEqualTo("research.outrider.io");
    }

    @Test
    void makesOneBriefOfRacingEqualCalls() throws InterruptedException {
        var request = request("ferrocraft.example", Level.LEVEL_RULES).build();
        Callable<ResearchAccountResponse> call = () -> calls.research(request);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(20).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get().getBrief().getId())
                    .containsOnly(answers.getFirst().resultNow().getBrief().getId());
        }
        assertThat(calls.list(10, "").getBriefsList()).hasSize(1);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        calls.wrong(request("ferrocraft.example", Level.LEVEL_RULES).setRequestId(""), "request_id");
        calls.wrong(request("ferrocraft.example", Level.LEVEL_RULES).setRequestId("a b"), "request_id");
        calls.wrong(request("https://ferrocraft.example/", Level.LEVEL_RULES), "account.domain");
        calls.wrong(request("", Level.LEVEL_RULES), "account.domain");
        calls.wrong(request("ferrocraft.example", Level.LEVEL_RULES).setLevelValue(99), "level");
        calls.wrong(request("ferrocraft.example", Level.LEVEL_RULES).setDepthValue(99), "depth");
        calls.wrong(request("ferrocraft.example", Level.LEVEL_RULES).addQuestions("x".repeat(301)), "questions");
        var page = failure(() -> calls.list(-1, ""));
        assertThat(GrpcErrors.info(page).getMetadataMap()).containsEntry("field", "page_size");
        var token = failure(() -> calls.list(1, "nonsense"));
        assertThat(GrpcErrors.info(token).getMetadataMap()).containsEntry("field", "page_token");
        var person = failure(() -> calls.person("", ""));
        assertThat(GrpcErrors.info(person).getMetadataMap()).containsEntry("field", "person");
    }

    @Test
    void letsNobodyInWithoutAToken() {
        var request = request("ferrocraft.example", Level.LEVEL_RULES).build();

        assertThat(calls.code(TestTokens.bearer("nonsense", ""), request)).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(failure(() -> client.researchAccount(request)).getStatus().getCode())
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(calls.code(tokens.as("vic", calls.workspace(), Role.ROLE_VIEWER), request))
                .isEqualTo(Code.PERMISSION_DENIED);
        assertThat(calls.code(tokens.as("rob", calls.workspace(), Role.ROLE_REVIEWER), request))
                .isEqualTo(Code.PERMISSION_DENIED);
    }

    @Test
    void keepsWorkspacesApart() {
        var brief = calls.research("ferrocraft.example", Level.LEVEL_RULES).getBrief();
        var stranger = client.withCallCredentials(tokens.as("eve", "other", Role.ROLE_AUTHOR));

        var error = failure(() -> stranger.getBrief(
                GetBriefRequest.newBuilder().setBriefId(brief.getId()).build()));
        var noSnapshot = failure(() -> stranger.getSnapshot(GetSnapshotRequest.newBuilder()
                .setSnapshotId(brief.getClaims(0).getEvidence(0).getSnapshotId())
                .build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
        assertThat(noSnapshot.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void actsForTheWorkspaceThatAServiceNames() {
        var service = client.withCallCredentials(tokens.asServiceFor(calls.workspace()));

        service.researchAccount(request("ferrocraft.example", Level.LEVEL_RULES).build());

        assertThat(calls.list(10, "").getBriefsList()).hasSize(1);
    }
}
