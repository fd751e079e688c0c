package io.outrider.qualify.wire;

import static io.outrider.qualify.fixture.Wire.brief;
import static io.outrider.qualify.fixture.Wire.claim;
import static io.outrider.qualify.fixture.Wire.company;
import static io.outrider.qualify.fixture.Wire.library;
import static io.outrider.qualify.fixture.Wire.libraryAsking;
import static io.outrider.qualify.fixture.Wire.person;
import static io.outrider.qualify.fixture.Wire.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.security.Lane;
import io.outrider.kit.security.Turn;
import io.outrider.kit.time.Timestamps;
import io.outrider.qualify.fact.Fact;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.QualifyingQuestion;
import io.outrider.qualify.question.Weight;
import io.outrider.qualify.v1.QualifyCompanyRequest;
import io.outrider.qualify.verdict.Case;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Segment;
import io.outrider.type.v1.ValueType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RequestsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Turn TURN = new Turn("acme", Lane.INTERACTIVE, NOW);

    @Test
    void takesTheClaimsThatMayBeUsedNow() {
        var brief = brief().clearClaims()
                .addClaims(claim("clm_fine", "industry", "Metal", "Metal."))
                .addClaims(claim("clm_old", "industry", "Food", "Food.").setExpireTime(Timestamps.toWire(NOW)))
                .addClaims(claim("clm_soon", "headquarters", "Ghent", "In Ghent.")
                        .setExpireTime(Timestamps.toWire(NOW.plusSeconds(1))))
                .addClaims(claim("clm_replaced", "industry", "Wood", "Wood.").setSupersededBy("clm_fine"))
                .addClaims(claim("clm_odd", "employee_count", "dozens", "Dozens of us."))
                .addClaims(claim("", "industry", "Nameless", "Nameless."));

        var given = given(company().setBrief(brief));

        assertThat(given.evidence().facts().all()).extracting(Fact::claimId).containsExactly("clm_fine", "clm_soon");
        assertThat(given.expiredFacts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            mode = Mode.EXCLUDE,
            names = {"CLAIM_STATUS_SUPPORTED", "CLAIM_STATUS_PARTIALLY", "CLAIM_STATUS_CONTRADICTED", "UNRECOGNIZED"})
    void takesNoClaimThatNobodyCouldCheck(ClaimStatus status) {
        var brief = brief().clearClaims()
                .addClaims(claim("clm", "industry", "Metal", "Metal.").setStatus(status));

        assertThat(given(company().setBrief(brief)).evidence().facts().all()).isEmpty();
    }

    @Test
    void readsValuesAsTheClaimTypesThem() {
        var brief = brief().clearClaims()
                .addClaims(claim("clm_n", "revenue", "12.5", "12.5.").setValueType(ValueType.VALUE_TYPE_NUMBER))
                .addClaims(claim("clm_b", "public", "true", "Listed.").setValueType(ValueType.VALUE_TYPE_BOOLEAN))
                .addClaims(claim("clm_t", "product", "7", "Seven.").setValueType(ValueType.VALUE_TYPE_TEXT));

        var best = given(company().setBrief(brief)).evidence().facts().best();

        assertThat(best)
                .containsEntry("revenue", 12.5)
                .containsEntry("public", true)
                .containsEntry("product", "7");
    }

    @Test
    void fillsInWhatAQuestionLeavesUnsaid() {
        var library = library();
        library.getPlaybooksBuilder(0)
                .clearQualifyingQuestions()
                .addQualifyingQuestions(
                        question("q_plain", "So?").clearFitType().clearWeight())
                .addQualifyingQuestions(question("q_end", "Over?")
                        .clearFitType()
                        .setWeight(io.outrider.type.v1.Weight.WEIGHT_INSTANT_DISQUALIFIER));

        var questions = given(company().setLibrary(library))
                .library()
                .playbooks()
                .getFirst()
                .questions();

        assertThat(questions).extracting(QualifyingQuestion::fitType).containsExactly(FitType.GOOD, FitType.BAD);
        assertThat(questions)
                .extracting(QualifyingQuestion::weight)
                .containsExactly(Weight.MEDIUM, Weight.INSTANT_DISQUALIFIER);
    }

    @Test
    void asksAModelAtEveryLevelButRules() {
        assertThat(given(company().setLevel(Level.LEVEL_RULES)).mayAskModel()).isFalse();
        assertThat(given(company().clearLevel()).mayAskModel()).isTrue();
        assertThat(given(company().setLevel(Level.LEVEL_GUIDED)).mayAskModel()).isTrue();
    }

    @Test
    void letsRulesReadThePerson() {
        var request = person("Head of Maintenance");
        request.getPersonBuilder().setDepartment("Plant").setSeniority(io.outrider.type.v1.Seniority.SENIORITY_C_LEVEL);

        var attributes = Requests.person(request.build(), NOW, TURN).evidence().attributes();

        assertThat(attributes)
                .containsEntry("person_title", "Head of Maintenance")
                .containsEntry("person_department", "Plant")
                .containsEntry("person_seniority", "c_level")
                .doesNotContainKey("person_location");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertField("account.domain", company().clearAccount());
        assertField("brief", company().clearBrief());
        assertField("library.playbooks", company().clearLibrary());
        assertField("level", company().setLevelValue(99));
    }

    @Test
    void namesTheAttributeThatIsTooLong() {
        var request = company();
        request.getAccountBuilder().putAttributes("note", "x".repeat(1_001));

        assertField("account.attributes[note]", request);
    }

    @Test
    void namesTheFieldThatIsTooLarge() {
        var manyClaims = company();
        for (var i = 0; i <= 5_000; i++) {
            manyClaims.getBriefBuilder().addClaims(claim("clm_" + i, "technology", "t" + i, ""));
        }
        var manyAttributes = company();
        for (var i = 0; i <= 50; i++) {
            manyAttributes.getAccountBuilder().putAttributes("a" + i, "");
        }
        var oddDomain = company();
        oddDomain.getAccountBuilder().setDomain("ferro craft\n");

        assertField("brief.claims", manyClaims);
        assertField("account.attributes", manyAttributes);
        assertField("account.domain", oddDomain);
    }

    @Test
    void refusesTheBriefOfAnotherAccount() {
        var request = company();
        request.getBriefBuilder().getAccountBuilder().setDomain("other.example");

        assertField("brief.account.domain", request);
    }

    @Test
    void namesTheQuestionThatIsWrong() {
        var empty = libraryAsking(question("q_empty", ""));
        var odd = libraryAsking(question("q_odd", "Odd?").setWeightValue(77));

        assertField(
                "library.playbooks[plants-first].qualifying_questions[q_empty].question",
                company().setLibrary(empty));
        assertField(
                "library.playbooks[plants-first].qualifying_questions[q_odd].weight",
                company().setLibrary(odd));
    }

    @Test
    void namesTheSegmentThatStandsTwice() {
        var library = library().addSegments(Segment.newBuilder().setId("plants"));

        assertField("library.segments", company().setLibrary(library));
    }

    @Test
    void namesThePersonThatIsMissing() {
        var none = person("CTO").clearPerson().build();
        var nameless =
                person("CTO").setPerson(Person.newBuilder().setTitle("CTO")).build();

        assertThat(catchThrowableOfType(InvalidField.class, () -> Requests.person(none, NOW, TURN)))
                .hasMessage("person must be set");
        assertThat(catchThrowableOfType(InvalidField.class, () -> Requests.person(nameless, NOW, TURN)))
                .hasMessage("person.id must not be empty");
    }

    private static Case given(QualifyCompanyRequest.Builder request) {
        return Requests.company(request.build(), NOW, TURN);
    }

    private static void assertField(String field, QualifyCompanyRequest.Builder request) {
        var error = catchThrowableOfType(InvalidField.class, () -> given(request));

        assertThat(error).as(field).isNotNull();
        assertThat(error.violations().getFirst().field()).isEqualTo(field);
    }
}
