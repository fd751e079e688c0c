package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.DryRunRequest;
import io.outrider.orchestrator.v1.PlannedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows what would be sent where the outside is configured for real, and reaches nobody. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class DryRunTest {

    TestTokens tokens;
    World world;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "dryrun");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void composesAMailAndSendsNone() {
        var planned = rehearse("email.send", "{\"to\":\"joe@acme.example\",\"subject\":\"Hello\",\"body\":\"Short.\"}");

        assertThat(planned).singleElement().satisfies(mail -> {
            assertThat(mail.getMethod()).isEqualTo("SMTP");
            assertThat(mail.getBody().toStringUtf8())
                    .contains("To: joe@acme.example", "Subject: Hello", "List-Unsubscribe-Post", "Short.");
        });
        assertThat(world.doorbell.rings()).isZero();
    }

    @Test
    void keepsTheAddressOfASlackWebhookToItself() {
        var planned = rehearse("slack.message.post", "{\"text\":\"Hello\"}");

        assertThat(planned).singleElement().satisfies(call -> {
            assertThat(call.getUrl()).isEqualTo("http://127.0.0.1:" + world.doorbell.port() + "/***");
            assertThat(call.getBody().toStringUtf8()).contains("Hello");
        });
        assertThat(world.doorbell.rings()).isZero();
    }

    @Test
    void keepsTheAddressAndTheSignatureOfAWebhookToItself() {
        var planned = rehearse("webhook.post", "{\"event\":\"account.qualified\"}");

        assertThat(planned).singleElement().satisfies(call -> {
            assertThat(call.getUrl()).isEqualTo("http://127.0.0.1:" + world.doorbell.port() + "/***");
            assertThat(call.getHeadersMap()).containsEntry("webhook-signature", "***");
            assertThat(call.getBody().toStringUtf8()).isEqualTo("{\"event\":\"account.qualified\"}");
        });
        assertThat(world.doorbell.rings()).isZero();
    }

    @Test
    void saysWhatIsNotConfiguredAndWhatWouldBeRefused() {
        var missing = catchThrowableOfType(StatusRuntimeException.class, () -> rehearse("crm.company.upsert", "{}"));
        var wrong = catchThrowableOfType(StatusRuntimeException.class, () -> rehearse("email.send", "{}"));
        var strange = catchThrowableOfType(StatusRuntimeException.class, () -> rehearse("crm.company.delete", "{}"));

        assertThat(GrpcErrors.info(missing).getReason()).isEqualTo("NOT_CONFIGURED");
        assertThat(GrpcErrors.info(wrong).getReason()).isEqualTo("INVALID_FIELD");
        assertThat(GrpcErrors.info(strange).getReason()).isEqualTo("INVALID_FIELD");
    }

    private List<PlannedRequest> rehearse(String type, String payload) {
        return client.effects()
                .dryRun(DryRunRequest.newBuilder()
                        .setActionType(type)
                        .setPayload(ByteString.copyFromUtf8(payload))
                        .build())
                .getRequestsList();
    }
}
