package io.outrider.review.wire;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.outrider.review.queue.Documents.Spoiled;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Account;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpoilingTest {

    private static final Account OTHER = Account.newBuilder()
            .setDomain("nordwind.example")
            .setName("Nordwind")
            .build();

    @Test
    void changesASentenceSoThatItsClaimNoLongerCarriesIt() throws Exception {
        var original = enrol("run_1").build();

        var spoiled = spoil(original).orElseThrow();

        var bad = Proposal.parseFrom(spoiled.candidate().document());
        assertThat(bad.getSteps(0).getSentences(1).getText()).isEqualTo("Ferrocraft opened a third foundry in Ghent.");
        assertThat(bad.getSteps(0).getBody()).contains("a third foundry").doesNotContain("second");
        assertThat(bad.getPayload().toStringUtf8()).contains("a third foundry").doesNotContain("second");
        assertThat(bad.getClaimsList()).isEqualTo(original.getClaimsList());
        assertThat(bad.getOrigin().getRunId()).isEqualTo("run_2");
        assertThat(spoiled.candidate().proposed().wording().clean()).isTrue();
        assertThat(spoiled.candidate().findings()).isEmpty();
        assertThat(spoiled.fault()).isEqualTo("wrong-fact");
    }

    @Test
    void namesAnotherCompanyWhereThereIsNoSentence() {
        var spoiled = spoil(crm("run_1").build()).orElseThrow();

        assertThat(new String(spoiled.candidate().payload().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"domain\":\"ferrocraft.example\",\"name\":\"Nordwind\"}");
        assertThat(spoiled.fault()).isEqualTo("wrong-company");
    }

    @Test
    void writesToAnotherCompanyWhereThereIsOnlyAnAddress() {
        var task = crm("run_1")
                .setActionType("crm.contact.upsert")
                .setPayload(
                        ByteString.copyFromUtf8("{\"contact\":{\"email\":\"mara@ferrocraft.example\"},\"cost\":1.10}"));

        var spoiled = spoil(task.build()).orElseThrow();

        assertThat(new String(spoiled.candidate().payload().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"contact\":{\"email\":\"mara@nordwind.example\"},\"cost\":1.10}");
        assertThat(spoiled.fault()).isEqualTo("wrong-recipient");
    }

    @Test
    void givesUpWhereNothingCanBeWrong() {
        assertThat(spoil(crm("run_1")
                        .setPayload(ByteString.copyFromUtf8("{\"note\":\"Call them\"}"))
                        .build()))
                .isEmpty();
    }

    private static Optional<Spoiled> spoil(Proposal original) {
        return new Spoiling(original, original.toByteArray(), OTHER).spoiled("run_2");
    }
}
