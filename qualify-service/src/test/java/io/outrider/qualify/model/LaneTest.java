package io.outrider.qualify.model;

import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.libraryAsking;
import static io.outrider.qualify.fixture.Wire.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyServiceGrpc.QualifyServiceBlockingStub;
import io.outrider.type.v1.Level;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which lane a caller's questions to the model go. */
@QuarkusTest
class LaneTest {

    TestTokens tokens;

    @Inject
    HeardAnswerer answerer;

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
    void aBatchCallArrivesAsBatchOfItsWorkspace() {
        var answer = saying("batch").qualifyCompany(plain());

        assertThat(answer.hasVerdict()).isTrue();
        assertThat(answerer.last())
                .get()
                .extracting(Turn::lane, Turn::workspace)
                .containsExactly(Lane.BATCH, "lanes");
    }

    @Test
    void aCallThatSaysNothingIsInteractive() {
        var answer = calls.author("lanes").qualifyCompany(plain());

        assertThat(answer.hasVerdict()).isTrue();
        assertThat(answerer.last())
                .get()
                .extracting(Turn::lane, Turn::workspace)
                .containsExactly(Lane.INTERACTIVE, "lanes");
    }

    @Test
    void refusesALaneThatThereIsNot() {
        var error = catchThrowableOfType(
                StatusRuntimeException.class, () -> saying("express").qualifyCompany(plain()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", "x-outrider-lane");
    }

    private QualifyServiceBlockingStub saying(String lane) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("x-outrider-lane", Metadata.ASCII_STRING_MARSHALLER), lane);
        return calls.author("lanes").withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static QualifyCompanyRequest plain() {
        return company()
                .setLibrary(libraryAsking(question("q_lane", "Is the company hiring a maintenance technician?")))
                .setLevel(Level.LEVEL_ASSISTED)
                .build();
    }
}
