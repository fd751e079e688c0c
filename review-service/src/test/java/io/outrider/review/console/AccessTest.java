package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SignedIn;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.v1.ListAuditEventsRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to the console, who goes, and who is not let in: all of it is in the audit chain. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class AccessTest {

    @TestHTTPResource
    URI http;

    @Inject
    TestClock clock;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        clock.ahead(Duration.ZERO);
        gate.close();
    }

    @Test
    void keepsLinksSignInsAndSignOuts() {
        var session = SignedIn.as("rhea", gate.workspace, http, tokens);
        SignedIn.out(session, http);

        assertThat(events()).extracting(AuditEvent::getKind).containsExactly("LINK_MADE", "SIGNED_IN", "SIGNED_OUT");
        assertThat(events()).extracting(AuditEvent::getActor).containsOnly("rhea");
        assertThat(events().getLast().getDetail()).contains("\"everywhere\":false");
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void keepsThatALinkWasTooOld() {
        var code = SignedIn.link("rhea", gate.workspace, http, tokens, Role.ROLE_REVIEWER)
                .replaceAll(".*code=", "");
        clock.ahead(Duration.ofHours(1));

        assertThat(SignedIn.client()
                        .formParam("code", code)
                        .post(http.resolve("/signin"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(events()).extracting(AuditEvent::getKind).containsExactly("LINK_MADE", "SIGN_IN_REFUSED");
        assertThat(events().getLast().getDetail()).contains("too old");
    }

    /** Oldest first, but for what makes the workspace. */
    private List<AuditEvent> events() {
        return gate
                .calls
                .auditor(gate.workspace)
                .listAuditEvents(
                        ListAuditEventsRequest.newBuilder().setPageSize(50).build())
                .getEventsList()
                .reversed()
                .stream()
                .filter(event -> !event.getKind().equals("POLICY_CHANGED"))
                .toList();
    }
}
