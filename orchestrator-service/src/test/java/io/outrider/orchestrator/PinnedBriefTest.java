package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Samples;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A past run worked out again from what it knew then. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class PinnedBriefTest {

    TestTokens tokens;
    World world;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "pinned");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void judgesFromTheBriefItIsGivenAndReadsNothing() {
        var brief = keep("brf_then", "pinned.example");

        var run = client.ended(start("pinned.example", "brf_then"));

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        assertThat(run.getBriefId()).isEqualTo("brf_then");
        assertThat(world.research.calls("pinned.example")).isEmpty();
        assertThat(world.qualify.calls("pinned.example"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.getBrief()).isEqualTo(brief));
        assertThat(run.getTimelineList()).anyMatch(entry -> entry.getDetail().contains("not read again"));
    }

    @Test
    void worksNothingOutFromAnotherAccountsBrief() {
        keep("brf_other", "someone.example");

        var run = client.ended(start("pinned-other.example", "brf_other"));

        assertThat(failure(run)).isEqualTo("BRIEF_OF_ANOTHER_ACCOUNT");
        assertThat(failure(client.ended(start("pinned-none.example", "brf_none"))))
                .isEqualTo("NOT_FOUND");
        assertThat(world.qualify.calls("pinned-other.example")).isEmpty();
    }

    @Test
    void givesABriefToShadowsOnly() {
        var request = Client.request("acting", "pinned-acting.example")
                .setOptions(RunOptions.newBuilder().setBriefId("brf_then"))
                .build();

        var refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.runs().startRun(request));

        assertThat(refused.getStatus().getDescription()).contains("options.brief_id");
    }

    private Brief keep(String id, String domain) {
        var asked = ResearchAccountRequest.newBuilder()
                .setRequestId(id)
                .setAccount(Account.newBuilder().setDomain(domain))
                .build();
        var brief = Samples.brief(asked).getBrief().toBuilder().setId(id).build();
        world.briefs.put(id, brief);
        return brief;
    }

    private String start(String domain, String brief) {
        return client.runs()
                .startRun(Client.request("pin-" + domain.replace('.', '-'), domain)
                        .setOptions(RunOptions.newBuilder().setShadow(true).setBriefId(brief))
                        .build())
                .getRun()
                .getId();
    }

    private static String failure(Run run) {
        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        return run.getFailure().getCode();
    }
}
