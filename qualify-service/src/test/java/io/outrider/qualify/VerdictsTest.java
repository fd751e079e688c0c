package io.outrider.qualify;

import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.TestTokens;
import io.outrider.qualify.fixture.Calls;
import io.outrider.qualify.v1.ListVerdictsRequest;
import io.outrider.qualify.v1.OverrideVerdictRequest;
import io.outrider.qualify.v1.QualifyServiceGrpc.QualifyServiceBlockingStub;
import io.outrider.type.v1.RecommendedAction;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Tier;
import io.outrider.type.v1.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overriding and listing: what is stored stays, per workspace. */
@QuarkusTest
class VerdictsTest {

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
    void anOverrideIsANewVerdictAndKeepsTheOld() {
        var old = qualify("over", "ferrocraft.example");

        var mine =
                reviewer("over").overrideVerdict(override(old.getId()).build()).getVerdict();

        assertThat(mine.getId()).isNotEqualTo(old.getId());
        assertThat(mine.getOverridesId()).isEqualTo(old.getId());
        assertThat(mine.getOverriddenBy()).isEqualTo("rita@outrider.example");
        assertThat(mine.getScore()).isEqualTo(2);
        assertThat(mine.getTier()).isEqualTo(Tier.TIER_DISQUALIFIED);
        assertThat(mine.getRationale()).isEqualTo("They are a customer of a sister company.");
        assertThat(mine.getAnswersList()).isEqualTo(old.getAnswersList());
        assertThat(list("over", "")).containsExactly(mine, old);
    }

    @Test
    void anOverrideIsReplayedByItsRequestId() {
        var old = qualify("over2", "ferrocraft.example");
        var request = override(old.getId()).build();

        var first = reviewer("over2").overrideVerdict(request);
        var second = reviewer("over2").overrideVerdict(request);

        assertThat(second).isEqualTo(first);
        assertThat(list("over2", "")).hasSize(2);
    }

    @Test
    void theVerdictOfAnotherWorkspaceIsNotFound() {
        var theirs = qualify("theirs", "ferrocraft.example");

        var error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> reviewer("mine").overrideVerdict(override(theirs.getId()).build()));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("NOT_FOUND");
        assertThat(list("mine", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,  A reason, RECOMMENDED_ACTION_NURTURE,     score",
        "11, A reason, RECOMMENDED_ACTION_NURTURE,     score",
        "5,  '',       RECOMMENDED_ACTION_NURTURE,     reason",
        "5,  A reason, RECOMMENDED_ACTION_UNSPECIFIED, recommended_action",
        "5,  A reason, RECOMMENDED_ACTION_NURTURE,     verdict_id",
    })
    void anOverrideNamesTheFieldThatIsWrong(int score, String reason, RecommendedAction action, String field) {
        var request = override(field.equals("verdict_id") ? "vrd\u0000" : "vrd_1")
                .setScore(score)
                .setReason(reason)
                .setRecommendedAction(action)
                .build();

        var error = catchThrowableOfType(
                StatusRuntimeException.class, () -> reviewer("over").overrideVerdict(request));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", field);
    }

    @Test
    void pagesNewestFirstWithoutGapsOrRepeats() {
        var made = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            made.addFirst(qualify("paging", "site" + i + ".example").getId());
        }

        var seen = new ArrayList<String>();
        var token = "";
        do {
            var page = viewer("paging")
                    .listVerdicts(ListVerdictsRequest.newBuilder()
                            .setPageSize(2)
                            .setPageToken(token)
                            .build());
            assertThat(page.getVerdictsCount()).isLessThanOrEqualTo(2);
            page.getVerdictsList().forEach(verdict -> seen.add(verdict.getId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(seen).isEqualTo(made);
    }

    @Test
    void listsOneAccountOnly() {
        var wanted = qualify("filter", "wanted.example");
        qualify("filter", "other.example");

        assertThat(list("filter", "wanted.example")).containsExactly(wanted);
        assertThat(list("filter", "nobody.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, '',                                      '',        page_size",
        "10, made-up,                                 '',        page_token",
        "10, MjAyNi0wMS0wMVQwMDowMDowMFp8J29yIDE9MQ,  '',        page_token",
        "10, '',                                      'a b.com', domain",
        "10, '',                                      '\u0000', domain",
    })
    void refusesABadPage(int size, String token, String domain, String field) {
        var request = ListVerdictsRequest.newBuilder()
                .setPageSize(size)
                .setPageToken(token)
                .setDomain(domain)
                .build();

        var error = catchThrowableOfType(
                StatusRuntimeException.class, () -> viewer("filter").listVerdicts(request));

        assertThat(error.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(GrpcErrors.info(error).getMetadataMap()).containsEntry("field", field);
    }

    private Verdict qualify(String workspace, String domain) {
        var request = company();
        request.getAccountBuilder().setDomain(domain);
        request.getBriefBuilder().getAccountBuilder().setDomain(domain);
        return calls.author(workspace).qualifyCompany(request.build()).getVerdict();
    }

    private List<Verdict> list(String workspace, String domain) {
        return viewer(workspace)
                .listVerdicts(ListVerdictsRequest.newBuilder().setDomain(domain).build())
                .getVerdictsList();
    }

    private QualifyServiceBlockingStub viewer(String workspace) {
        return calls.as("victor@outrider.example", workspace, Role.ROLE_VIEWER);
    }

    private QualifyServiceBlockingStub reviewer(String workspace) {
        return calls.as("rita@outrider.example", workspace, Role.ROLE_REVIEWER);
    }

    private static OverrideVerdictRequest.Builder override(String verdictId) {
        return OverrideVerdictRequest.newBuilder()
                .setRequestId(requestId())
                .setVerdictId(verdictId)
                .setScore(2)
                .setRecommendedAction(RecommendedAction.RECOMMENDED_ACTION_DISQUALIFY)
                .setReason("They are a customer of a sister company.");
    }
}
