package io.outrider.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.research.v1.ResearchAccountRequest;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.sandbox.Sandbox;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Role;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ResearchGrpcServiceTest {

    @GrpcClient("research")
    ResearchServiceBlockingStub client;

    TestTokens tokens;
    Sandbox sandbox;

    @Test
    void makesABriefOfAHealthySite() {
        var response = author().researchAccount(request("ferrocraft.example", Level.LEVEL_RULES)
                .setRequestId("happy-rules")
                .build());
        assertThat(response.getBrief().getClaimsList()).isNotEmpty();
        var again = author().researchAccount(request("ferrocraft.example", Level.LEVEL_RULES)
                .setRequestId("happy-rules")
                .build());
        assertThat(again.getWork().getReplayed()).isTrue();
    }

    private ResearchServiceBlockingStub author() {
        return client.withCallCredentials(tokens.as("ann", "w1", Role.ROLE_AUTHOR));
    }

    private static ResearchAccountRequest.Builder request(String domain, Level level) {
        return ResearchAccountRequest.newBuilder()
                .setAccount(Account.newBuilder().setDomain(domain))
                .setDepth(Depth.DEPTH_BASE)
                .setLevel(level);
    }
}
