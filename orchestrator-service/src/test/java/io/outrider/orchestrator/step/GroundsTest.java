package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Answer;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.ProofPoint;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.SequenceStep;
import io.outrider.type.v1.Verdict;
import io.outrider.type.v1.Work;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroundsTest {

    private static final Work QUALIFIED = Work.newBuilder().addModels("judge").build();
    private static final Work DRAFTED = Work.newBuilder().addModels("writer").build();

    @Test
    void areTheVerdictsWhereNothingIsSent() {
        var grounds = new Grounds(known(0.8), Optional.empty());

        assertThat(grounds.claims()).extracting(Claim::getId).containsExactly("judged");
        assertThat(grounds.proofPoints()).isEmpty();
        assertThat(grounds.confidence().getValue()).isEqualTo(0.8);
        assertThat(grounds.agent()).isEqualTo("qualify");
        assertThat(grounds.work()).isEqualTo(QUALIFIED);
        assertThat(grounds.words()).isEqualTo(Sequence.getDefaultInstance());
    }

    @Test
    void areTheWordsTooWhereTheyAreSent() {
        var grounds = new Grounds(known(0.8), Optional.of(words(0.6)));

        assertThat(grounds.claims()).extracting(Claim::getId).containsExactly("said", "judged");
        assertThat(grounds.proofPoints()).containsOnlyKeys("proof").containsValue("It halves the scrap");
        assertThat(grounds.agent()).isEqualTo("messaging");
        assertThat(grounds.work()).isEqualTo(DRAFTED);
    }

    @Test
    void areNoSurerThanTheWeakerOfTheTwo() {
        assertThat(new Grounds(known(0.8), Optional.of(words(0.6))).confidence().getValue())
                .isEqualTo(0.6);
        assertThat(new Grounds(known(0.5), Optional.of(words(0.6))).confidence().getValue())
                .isEqualTo(0.5);
    }

    private static Known known(double confidence) {
        var brief = Brief.newBuilder()
                .addClaims(Claim.newBuilder().setId("said"))
                .addClaims(Claim.newBuilder().setId("cited by nobody"))
                .addClaims(Claim.newBuilder().setId("judged"))
                .build();
        var verdict = Verdict.newBuilder()
                .setConfidence(Confidence.newBuilder().setValue(confidence))
                .addAnswers(Answer.newBuilder().addClaimIds("judged"))
                .build();
        var library = Library.newBuilder()
                .addProofPoints(ProofPoint.newBuilder().setId("proof").setText("It halves the scrap"))
                .addProofPoints(ProofPoint.newBuilder().setId("another").setText("Not said"))
                .build();
        return new Known(
                Account.getDefaultInstance(),
                Person.getDefaultInstance(),
                LocalDate.EPOCH,
                library,
                Playbook.getDefaultInstance(),
                new Sourced<>(brief, Work.getDefaultInstance()),
                new Sourced<>(verdict, QUALIFIED),
                Optional.empty());
    }

    private static Sourced<Sequence> words(double confidence) {
        var sentence = Sentence.newBuilder().addClaimIds("said").addProofPointIds("proof");
        return new Sourced<>(
                Sequence.newBuilder()
                        .setConfidence(Confidence.newBuilder().setValue(confidence))
                        .addSteps(SequenceStep.newBuilder().addSentences(sentence))
                        .build(),
                DRAFTED);
    }
}
