package io.outrider.qualify;

import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.ListVerdictsRequest;
import io.outrider.qualify.v1.OverrideVerdictRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may call what. */
@QuarkusTest
class AccessTest {

    TestTokens tokens;

    private Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls(tokens);
    }

    @AfterEach
    void hangUp() {
        calls.close();
    }

    @Test
    void nobodyCallsWithoutAValidToken() {
        var expired = tokens.token("author", "acme", Instant.EPOCH, Role.ROLE_AUTHOR);
        var forged = TestTokens.create().token("author", "acme", Role.ROLE_AUTHOR);
        var stubs = List.of(
                calls.anonymous(), calls.withToken("nonsense"), calls.withToken(expired), calls.withToken(forged));

        for (var stub : stubs) {
            var error = refused(() -> stub.qualifyCompany(company().build()));
            assertThat(error.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(GrpcErrors.info(error).getReason()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void eachMethodAsksForItsRole() {
        var viewer = calls.as("victor", "acme", Role.ROLE_VIEWER);
        var author = calls.author("acme");

        assertDenied(() -> viewer.qualifyCompany(company().build()));
        assertDenied(() -> viewer.qualifyPerson(person("CTO").build()));
        assertDenied(() -> author.overrideVerdict(OverrideVerdictRequest.getDefaultInstance()));
        assertDenied(() ->
                calls.as("olga", "acme", Role.ROLE_OPERATOR).listVerdicts(ListVerdictsRequest.getDefaultInstance()));
    }

    @Test
    void aServiceActsForTheWorkspaceItNames() {
        var service = calls.anonymous().withCallCredentials(tokens.asServiceFor("served"));

        var verdict = service.qualifyCompany(company().build()).getVerdict();

        var listed =
                calls.as("victor", "served", Role.ROLE_VIEWER).listVerdicts(ListVerdictsRequest.getDefaultInstance());
        assertThat(listed.getVerdictsList()).containsExactly(verdict);
    }

    private static void assertDenied(Runnable call) {
        var error = refused(call);
        assertThat(error.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("PERMISSION_DENIED");
    }

    private static StatusRuntimeException refused(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run);
    }
}
