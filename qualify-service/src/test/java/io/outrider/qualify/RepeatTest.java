package io.outrider.qualify;

import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.libraryAsking;
import static io.outrider.qualify.fixture.Wire.person;
import static io.outrider.qualify.fixture.Wire.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.ListVerdictsRequest;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request id, one verdict. */
@QuarkusTest
class RepeatTest {

    TestTokens tokens;
    Sandbox sandbox;

    private Calls calls;

    @BeforeEach
    void connect() {
        sandbox.received().clear();
        sandbox.faults().clear();
        calls = new Calls(tokens);
    }

    @AfterEach
    void hangUp() {
        calls.close();
    }

    @Test
    void aRepeatReturnsTheStoredVerdictAndAsksNobody() {
        var request = assisted().build();

        var first = calls.author("repeat").qualifyCompany(request);
        var second = calls.author("repeat").qualifyCompany(request);

        assertThat(second.getVerdict()).isEqualTo(first.getVerdict());
        assertThat(first.getWork().getReplayed()).isFalse();
        assertThat(second.getWork())
                .isEqualTo(first.getWork().toBuilder().setReplayed(true).build());
        assertThat(sandbox.received().list(Kind.MODEL)).hasSize(1);
    }

    @Test
    void theOrderOfAMapMakesNoOtherBody() {
        var one = company();
        one.getAccountBuilder().putAttributes("a", "1").putAttributes("b", "2");
        var other = company().setRequestId(one.getRequestId());
        other.getAccountBuilder().putAttributes("b", "2").putAttributes("a", "1");

        var first = calls.author("repeat").qualifyCompany(one.build());
        var second = calls.author("repeat").qualifyCompany(other.build());

        assertThat(second.getVerdict()).isEqualTo(first.getVerdict());
    }

    @Test
    void anotherBodyUnderTheSameIdIsRefused() {
        var request = company();
        calls.author("reuse").qualifyCompany(request.build());
        request.getAccountBuilder().setName("Somebody else");

        assertReused(() -> calls.author("reuse").qualifyCompany(request.build()), request.getRequestId());
        assertThat(list("reuse")).hasSize(1);
    }

    @Test
    void anotherMethodUnderTheSameIdIsRefused() {
        var request = company().build();
        calls.author("reuse2").qualifyCompany(request);

        assertReused(
                () -> calls.author("reuse2")
                        .qualifyPerson(person("CTO")
                                .setRequestId(request.getRequestId())
                                .build()),
                request.getRequestId());
    }

    @Test
    void theSameIdInAnotherWorkspaceIsAnotherRequest() {
        var request = company().build();

        var here = calls.author("here").qualifyCompany(request).getVerdict();
        var there = calls.author("there").qualifyCompany(request).getVerdict();

        assertThat(there.getId()).isNotEqualTo(here.getId());
    }

    @Test
    void racingEqualCallsMakeOneVerdict() throws Exception {
        var request = assisted().build();
        var stub = calls.author("race");

        List<QualifyCompanyResponse> responses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<QualifyCompanyResponse> call = () -> stub.qualifyCompany(request);
            responses = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(responses)
                .extracting(QualifyCompanyResponse::getVerdict)
                .containsOnly(responses.getFirst().getVerdict());
        assertThat(responses)
                .filteredOn(response -> !response.getWork().getReplayed())
                .hasSize(1);
        assertThat(list("race")).hasSize(1);
    }

    @Test
    void aFailedRequestMayBeRepeatedRight() {
        var request = company();
        var wrong = request.clone()
                .setLibrary(libraryAsking(question("q_bad", "Bad?").setRule("nosuch")));
        var refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> calls.author("again").qualifyCompany(wrong.build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);

        assertThat(calls.author("again")
                        .qualifyCompany(request.build())
                        .getVerdict()
                        .getScore())
                .isPositive();
    }

    private static void assertReused(Runnable call, String requestId) {
        var error = catchThrowableOfType(StatusRuntimeException.class, call::run);

        assertThat(error.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("request_id", requestId);
    }

    private List<Verdict> list(String workspace) {
        return calls.as("victor@outrider.example", workspace, Role.ROLE_VIEWER)
                .listVerdicts(ListVerdictsRequest.getDefaultInstance())
                .getVerdictsList();
    }

    private static QualifyCompanyRequest.Builder assisted() {
        return company()
                .setLibrary(libraryAsking(question("q_plain", "Is the company hiring a maintenance technician?")))
                .setLevel(Level.LEVEL_ASSISTED);
    }
}
