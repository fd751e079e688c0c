package io.outrider.messaging.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.fixture.Materials;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrounderTest {

    private final Grounder grounder = new Grounder(Materials.rich());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "With 240 people at Ferrocraft, how do you plan repairs?           | clm_people",
                "I read that two hundred and forty people work at Ferrocraft.      | clm_people",
                "I read that ２４０ people work at Ferrocraft.                     | clm_people",
                "I saw Maintenance Technician among your open roles.               | clm_role",
                "I read your news \"Ferrocraft opens a second hall in Gent\".      | clm_news",
                "I read that Ferrocraft opens a second hall in Gent.               | clm_news",
                "I saw SAP named among the tools you use.                          | clm_tech",
                "I read that you raised $12 million in March 2025.                 | clm_money",
                "I read that you raised 12m dollars in March 2025.                 | clm_money",
                "I read that line 4 started in March 2024.                         | clm_date",
                "With SAP among your tools, how do you deal with repairs at night? | clm_tech",
            })
    void carriesWhatItsClaimsSay(String text, String claim) {
        var grounded = claiming(text, claim);

        assertThat(grounded.problem()).isEmpty();
        assertThat(grounded.support()).isEqualTo(Support.CLAIM);
        assertThat(grounded.claimIds()).containsExactly(claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // an invented or changed figure, however it is written
                "With 450 people at Ferrocraft, how do you plan repairs?           | clm_people",
                "With 241 people at Ferrocraft, how do you plan repairs?           | clm_people",
                "With ٢٤١ people at Ferrocraft, how do you plan repairs?           | clm_people",
                "With 24O people at Ferrocraft, how do you plan repairs?           | clm_people",
                "I read that four hundred people work at Ferrocraft.               | clm_people",
                "I read that 240k people work at Ferrocraft.                       | clm_people",
                "I read that 240% of people work at Ferrocraft.                    | clm_people",
                "I read that Ferrocraft has dozens of people.                      | clm_people",
                "I read that more than 240 people work at Ferrocraft.              | clm_people",
                "I read that half of the 240 people at Ferrocraft work nights.     | clm_people",
                // the right figure of the wrong thing
                "I read that Ferrocraft has 240 customers.                         | clm_people;clm_role",
                "I read that you raised €12 million in March 2025.                 | clm_money",
                "I read that you raised $12 billion in March 2025.                 | clm_money",
                // a wrong year, month or place
                "I read that you raised $12 million in March 2024.                 | clm_money",
                "I read that you raised $12 million in May 2025.                   | clm_money",
                "I read that line 4 started in April 2024.                         | clm_date",
                "I read that Ferrocraft opens a second hall in Antwerp.            | clm_news",
                "I read that Ferrocraft opens a third hall in Gent.                | clm_news",
                // another company, an alike name
                "I read that Zentrix opens a second hall in Gent.                  | clm_news",
                "I read that Ferroсraft opens a second hall in Gent.               | clm_news",
                "I saw Oracle named among the tools you use.                       | clm_tech",
                "I saw oracle named among the tools you use.                       | clm_tech",
                // turned round, or made more of than it is
                "I read that Ferrocraft never opens a second hall in Gent.         | clm_news",
                "I read that you don't use SAP.                                    | clm_tech",
                "I read that Ferrocraft lost SAP.                                  | clm_tech",
                "I saw SAP among your customers.                                   | clm_tech",
                "I read that Ferrocraft recently opens the largest hall in Gent.   | clm_news",
                // words that are not in the source
                "I read your news \"Ferrocraft closes a hall in Gent\".            | clm_news",
                "I read your news \"errocraft opens a second hall in Gen\".        | clm_news",
                "Ferrocraft has 240 people and stops that nobody saw coming.       | clm_people",
                "Ferrocraft struggles.                                             | clm_people",
                // claims that may not be used, or are not there
                "I saw Volvo among your customers.                                 | clm_old",
                "I saw Scania among your customers.                                | clm_weak",
                "I saw Zentrix among your customers.                               | clm_other",
                "I saw Volvo among your customers.                                 | clm_invented",
                "Ferrocraft is a company.                                          | clm_people",
                // the right words of the wrong company
                "I read that Tidewell raised $12 million in March 2025.            | clm_money",
                "Our 240 employees work in two plants.                             | clm_people",
                "We raised $12 million in March 2025.                              | clm_money",
                // two facts made into a third
                "I read that SAP opens a second hall in Gent.                      | clm_news;clm_tech",
                "I read that Ferrocraft opens line 4 in Gent.                      | clm_news;clm_date",
                "I read that Ferrocraft raised $240.                               | clm_people;clm_money",
                // a judgement on a fact
                "I read that SAP is a problem at Ferrocraft.                       | clm_tech",
                "I read that you want to stop SAP.                                 | clm_tech",
                "I read that several Maintenance Technician roles are open.        | clm_role",
                // a second sentence hidden behind a good one
                "I saw SAP named among the tools you use. Your plant burns down.   | clm_tech",
                "Could we talk? Ferrocraft is failing.                             | clm_people",
            })
    void carriesNothingElse(String text, String claims) {
        var grounded = claiming(text, claims.split(";"));

        assertThat(grounded.support()).as(grounded.text()).isEqualTo(Support.NONE);
        assertThat(grounded.claimIds()).isEmpty();
        assertThat(grounded.problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi Anna,",
                "Would a short call next week make sense?",
                "Could we find 20 minutes to talk on Tuesday?",
                "How do you deal with stops that nobody saw coming today?",
                "I think Tidewell Pulse could help here.",
                "What we aim for: fewer stops.",
                "If it is not for you, a short no is fine and I will not write again.",
                "I will keep this short.",
                "Happy to share more.",
            })
    void takesAsOpinionWhatAssertsNothing(String text) {
        var grounded = claiming(text);

        assertThat(grounded.problem()).isEmpty();
        assertThat(grounded.support()).isEqualTo(Support.OPINION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi Bob,",
                "Did you know that Zentrix went bankrupt?",
                "How are you coping with the layoffs?",
                "Would you like to save 30 percent?",
                "Could we find 90 minutes to talk?",
                "I think Ferrocraft lost 3 customers.",
                "I think your German plant needs help.",
                "We are the market leader.",
                "We can cut your costs.",
                "Tidewell Pulse never fails.",
                "Ferrocraft is failing.",
                "Would you like proven results?",
                "I would talk about what happened last year?",
                "I think \"nobody buys\" says it all.",
                "Would fifteen percent help?",
                "Thanks for your order.",
                "I thought our call was great.",
                "As we discussed, would Tuesday suit you?",
                "Аre you free to talk?",
            })
    void takesNoAssertionForAnOpinion(String text) {
        assertThat(claiming(text).support()).isEqualTo(Support.NONE);
    }

    @Test
    void sendsProofPointsAsTheyStand() {
        var text = Materials.PROOF_POINTS.getOrDefault("pp_bakery", "");

        assertThat(proving(text, "pp_bakery").support()).isEqualTo(Support.PROOF_POINT);
        assertThat(proving(text, "pp_fast").support()).isEqualTo(Support.NONE);
        assertThat(proving(text, "pp_none").support()).isEqualTo(Support.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bakery group with four plants cut unplanned stops by 32 percent in its first year with Tidewell Pulse.",
                "A bakery group with five plants cut unplanned stops by 23 percent.",
                "A bakery group cut costs by 23 percent.",
                "Ferrocraft would cut unplanned stops by 23 percent in its first year, guaranteed.",
                "A Belgian bakery group cut unplanned stops by 23 percent.",
                "Ferrocraft cut unplanned stops by 23 percent in its first year with Tidewell Pulse.",
                "You cut unplanned stops by 23 percent in the first year with Tidewell Pulse.",
                "Your shift leaders would hear of 23 percent.",
            })
    void sendsNoProofPointThatWasChanged(String text) {
        assertThat(proving(text, "pp_bakery").support()).isEqualTo(Support.NONE);
    }

    @Test
    void letsAValuePropositionRestOnItsProof() {
        var text = "Your shift leaders would hear of a likely stop hours before it happens.";

        assertThat(proving(text, "pp_bakery").support()).isEqualTo(Support.PROOF_POINT);
        assertThat(proving(text, "pp_fast").support()).isEqualTo(Support.NONE);
    }

    @Test
    void believesNoSignatureButTheVendors() {
        var good = signature("Best regards,\nMara Lind\nAccount Director, Tidewell");
        var bad = signature("Best regards,\nMara Lind\nCertified partner of Ferrocraft");

        assertThat(good.support()).isEqualTo(Support.OPINION);
        assertThat(bad.support()).isEqualTo(Support.NONE);
    }

    @Test
    void takesAClaimForEachClauseAndAllOfAList() {
        var clauses = claiming(
                "I read that Ferrocraft opens a second hall in Gent, and you plan with SAP.", "clm_news", "clm_tech");
        var more = new java.util.ArrayList<>(Materials.FACTS);
        more.add(Materials.fact("clm_mes", "technology", "Siemens", "We use Siemens."));
        var list = new Grounder(Materials.with(more))
                .ground(new DraftSentence(
                        "I saw SAP and Siemens named among the tools you use.",
                        0,
                        List.of("clm_tech", "clm_mes"),
                        List.of(),
                        Part.CONTENT));

        assertThat(clauses.claimIds()).containsExactly("clm_news", "clm_tech");
        assertThat(list.claimIds()).containsExactly("clm_tech", "clm_mes");
    }

    @Test
    void citesOnlyWhatCarries() {
        var grounded = claiming("I saw SAP named among the tools you use.", "clm_people", "clm_tech", "clm_none");

        assertThat(grounded.claimIds()).containsExactly("clm_tech");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your open roles              | true",
                "SAP at Ferrocraft            | true",
                "A Question For Ferrocraft    | true",
                "240 people                   | false",
                "Oracle at Ferrocraft         | false",
                "Your bankruptcy              | false",
            })
    void checksTheSubjectAgainstTheMessage(String subject, boolean carried) {
        var body = List.of(claiming("I saw SAP named among the tools you use.", "clm_tech"));

        assertThat(grounder.subjectProblem(subject, body).isEmpty()).isEqualTo(carried);
    }

    private GroundedSentence claiming(String text, String... claims) {
        return grounder.ground(new DraftSentence(text, 0, Arrays.asList(claims), List.of(), Part.CONTENT));
    }

    private GroundedSentence proving(String text, String... points) {
        return grounder.ground(new DraftSentence(text, 0, List.of(), Arrays.asList(points), Part.CONTENT));
    }

    private GroundedSentence signature(String text) {
        return grounder.ground(new DraftSentence(text, 0, List.of(), List.of(), Part.SIGNATURE));
    }
}
