package io.outrider.qualify.model;

import static io.outrider.qualify.fixture.Wire.brief;
import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.libraryAsking;
import static io.outrider.qualify.fixture.Wire.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.v1.QualifyCompanyResponse;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Answer;
import io.outrider.type.v1.AnswerValue;
import io.outrider.type.v1.Level;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model may say, and what it may not make of a verdict. */
@QuarkusTest
class ModelAnswersTest {

    TestTokens tokens;
    Sandbox sandbox;

    @Inject
    MeterRegistry meters;

    private Calls calls;

    @BeforeEach
    void connect() {
        sandbox.received().clear();
        sandbox.faults().clear();
        calls = new Calls(tokens);
    }

    @AfterEach
    void hangUp() {
        sandbox.faults().clear();
        calls.close();
    }

    @Test
    void anAnswerFromMadeUpFactsBecomesUnknown() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).spoil(Spoil.INVENTED_FACT));
        var before = unsupportedAnswers();

        var response = ask(Duration.ofSeconds(30));

        var answer = plainAnswer(response);
        assertThat(answer.getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_UNKNOWN);
        assertThat(answer.getClaimIdsList()).isEmpty();
        assertThat(answer.getContribution()).isZero();
        assertThat(answer.getRationale()).isEqualTo("The model named no fact of the brief for its answer.");
        assertThat(response.getWork().getDegraded()).isFalse();
        assertThat(unsupportedAnswers()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoil.class,
            names = {"MALFORMED_JSON", "WRONG_SCHEMA"})
    void anAnswerInTheWrongShapeDegrades(Spoil spoil) {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).spoil(spoil));

        var response = ask(Duration.ofSeconds(30));

        assertThat(plainAnswer(response).getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_UNKNOWN);
        assertThat(response.getVerdict().getScore()).isPositive();
    }

    @Test
    void aSlowModelDoesNotMakeTheCallMissItsDeadline() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(503).retryAfter(5));

        var response = ask(Duration.ofSeconds(3));

        assertThat(response.getWork().getDegraded()).isTrue();
        assertThat(response.getWork().getDegradedReasonsList()).hasSize(1);
    }

    @Test
    void oneRetryLayerAsksThreeTimes() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(500));

        var response = ask(Duration.ofSeconds(30));

        assertThat(sandbox.received().list(Kind.MODEL)).hasSize(3);
        assertThat(response.getWork().getDegradedReasonsList()).containsExactly("the model answered 500 (3 attempts)");
    }

    @Test
    void noFactsMeanNoQuestionToTheModel() {
        var request = plain().setBrief(brief().clearClaims());

        var response = calls.author("model").qualifyCompany(request.build());

        assertThat(sandbox.received().list(Kind.MODEL)).isEmpty();
        assertThat(response.getWork().getDegraded()).isFalse();
    }

    private QualifyCompanyResponse ask(Duration deadline) {
        return calls.author("model")
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .qualifyCompany(plain().build());
    }

    private static QualifyCompanyRequest.Builder plain() {
        return company()
                .setLibrary(libraryAsking(question("q_plain", "Is the company hiring a maintenance technician?")))
                .setLevel(Level.LEVEL_ASSISTED);
    }

    private static Answer plainAnswer(QualifyCompanyResponse response) {
        return response.getVerdict().getAnswersList().stream()
                .filter(answer -> answer.getQuestionId().equals("q_plain"))
                .findFirst()
                .orElseThrow();
    }

    private double unsupportedAnswers() {
        return meters.get("outrider.qualify.unsupported.answers").counter().count();
    }
}
