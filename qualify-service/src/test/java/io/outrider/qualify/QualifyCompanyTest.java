package io.outrider.qualify;

import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.libraryAsking;
import static io.outrider.qualify.fixture.Wire.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Answer;
import io.outrider.type.v1.AnswerValue;
import io.outrider.type.v1.AnsweredBy;
import io.outrider.type.v1.ConfidenceMethod;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.RecommendedAction;
import io.outrider.type.v1.Tier;
import io.outrider.type.v1.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualifyCompanyTest {

    private static final String PLAIN = "Is the company hiring a maintenance technician?";

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
    void judgesByRulesWithoutAnyModelCall() {
        var response =
                calls.author("acme").qualifyCompany(plain(Level.LEVEL_RULES).build());

        var verdict = response.getVerdict();
        assertThat(verdict.getScore()).isEqualTo(8);
        assertThat(verdict.getTier()).isEqualTo(Tier.TIER_STRONG);
        assertThat(verdict.getPlaybookId()).isEqualTo("plants-first");
        assertThat(verdict.getSegmentId()).isEqualTo("plants");
        assertThat(verdict.getProductId()).isEqualTo("cmms");
        assertThat(verdict.getRecommendedAction()).isEqualTo(RecommendedAction.RECOMMENDED_ACTION_ROUTE_TO_SALES);
        assertThat(verdict.getCoverage()).isEqualTo(0.75);
        assertThat(answer(verdict, "q_hiring").getClaimIdsList()).containsExactly("clm_role2");
        assertThat(answer(verdict, "q_size").getRationale()).isEqualTo("Employee count is 180.");
        assertThat(answer(verdict, "q_plain").getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_UNKNOWN);
        assertThat(verdict.getConfidence().getMethod()).isEqualTo(ConfidenceMethod.CONFIDENCE_METHOD_RULE);
        assertThat(response.getWork().getDegraded()).isFalse();
        assertThat(sandbox.received().list(Kind.MODEL)).isEmpty();
    }

    @Test
    void asksTheModelOnceForWhatHasNoRule() {
        var library = libraryAsking(question("q_plain", PLAIN));
        library.getPlaybooksBuilder(0).addQualifyingQuestions(question("q_plain2", "Does it grow bananas?"));

        var response = calls.author("acme")
                .qualifyCompany(company()
                        .setLibrary(library)
                        .setLevel(Level.LEVEL_ASSISTED)
                        .build());

        var answer = answer(response.getVerdict(), "q_plain");
        assertThat(answer.getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_YES);
        assertThat(answer.getAnsweredBy()).isEqualTo(AnsweredBy.ANSWERED_BY_MODEL);
        assertThat(answer.getClaimIdsList()).containsExactly("clm_role2");
        assertThat(answer(response.getVerdict(), "q_plain2").getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_UNKNOWN);
        assertThat(answer(response.getVerdict(), "q_size").getAnsweredBy()).isEqualTo(AnsweredBy.ANSWERED_BY_RULE);
        assertThat(sandbox.received().list(Kind.MODEL)).hasSize(1);
        assertThat(response.getWork().getCost().getModelCalls()).isEqualTo(1);
        assertThat(response.getWork().getCost().getPromptTokens()).isPositive();
        assertThat(response.getWork().getModelsList()).containsExactly("sandbox-fast");
        assertThat(response.getWork().getPromptVersionsList()).containsExactly("qualify/v1");
    }

    @Test
    void degradesToRulesWhenTheModelIsDown() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(503));

        var response =
                calls.author("acme").qualifyCompany(plain(Level.LEVEL_ASSISTED).build());

        assertThat(response.getWork().getDegraded()).isTrue();
        assertThat(response.getWork().getDegradedReasonsList())
                .singleElement()
                .asString()
                .contains("503");
        assertThat(answer(response.getVerdict(), "q_plain").getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_UNKNOWN);
        assertThat(answer(response.getVerdict(), "q_size").getValue()).isEqualTo(AnswerValue.ANSWER_VALUE_YES);
        assertThat(response.getVerdict().getReasonCodesList()).contains("DEGRADED");
        var confidence = response.getVerdict().getConfidence();
        assertThat(confidence.getValue()).isLessThan(confidence.getRaw());
    }

    @Test
    void namesTheQuestionAndThePlaceOfABadRule() {
        var request = company()
                .setLibrary(libraryAsking(question("q_bad", "Bad?").setRule("fact.employee_count >=\n  size(")))
                .build();

        var error = catchThrowableOfType(
                StatusRuntimeException.class, () -> calls.author("acme").qualifyCompany(request));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("INVALID_FIELD");
        assertThat(GrpcErrors.info(error).getMetadataMap())
                .containsEntry("field", "library.playbooks[plants-first].qualifying_questions[q_bad].rule");
        assertThat(error).hasMessageContaining("question q_bad does not compile at 2:8");
    }

    private static QualifyCompanyRequest.Builder plain(Level level) {
        return company().setLibrary(libraryAsking(question("q_plain", PLAIN))).setLevel(level);
    }

    private static Answer answer(Verdict verdict, String id) {
        return verdict.getAnswersList().stream()
                .filter(answer -> answer.getQuestionId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
