package io.outrider.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.fault.Spoil;
import org.junit.jupiter.api.Test;

class DraftAnswererTest {

    private static final String PROMPT = """
            Write 4 messages, each of at most 110 words.
            <contact first_name="Bram" title="Chief Operating Officer" company="Ferrocraft"></contact>
            <fact id="clm_1">news: Ferrocraft opens a second hall in Aalst | 13 November 2026: Ferrocraft opens a second hall in Aalst.</fact>
            <fact id="clm_2">description: Ferrocraft builds welding cells | Ferrocraft builds welding cells</fact>
            <proof id="pp_1">A bakery group cut unplanned stops by 23 percent.</proof>
            <value_prop id="vp_1">Your shift leaders would hear of a stop before it happens. (proof: pp_1)</value_prop>
            """;

    private final Ask ask = new Ask();

    @Test
    void writesAsManyMessagesAsAskedEachEndingInAQuestion() {
        var draft = ask.forJson(PROMPT, Ask.draft());
        assertThat(draft.path("steps")).hasSize(4).allSatisfy(step -> {
            assertThat(step.path("subject").asText()).containsAnyOf("Ferrocraft", "Bram");
            var sentences = step.path("sentences");
            assertThat(sentences.path(sentences.size() - 1).path("text").asText())
                    .endsWith("?");
        });
    }

    @Test
    void putsTheProofBesideWhatItProves() {
        var sentences = ask.forJson(PROMPT, Ask.draft()).at("/steps/0/sentences");
        assertThat(sentences.path(1).path("text").asText())
                .isEqualTo("I think your shift leaders would hear of a stop before it happens.");
        assertThat(sentences.path(2).path("proofPointIds").path(0).asText()).isEqualTo("pp_1");
    }

    @Test
    void givesEverySentenceSomethingToStandOn() {
        for (var step : ask.forJson(PROMPT, Ask.draft()).path("steps")) {
            assertThat(step.path("sentences")).allSatisfy(DraftAnswererTest::stands);
        }
    }

    @Test
    void citesTheFactItRepeats() {
        var sentence = ask.forJson(PROMPT, Ask.draft()).at("/steps/0/sentences/0");
        assertThat(sentence.path("text").asText()).contains("Ferrocraft opens a second hall in Aalst");
        assertThat(sentence.path("factIds").path(0).asText()).isEqualTo("clm_1");
    }

    @Test
    void canBeToldToAddAnUnsupportedSentence() {
        assertThat(ask.spoilt(PROMPT, Ask.draft(), Spoil.UNSUPPORTED_SENTENCE)).contains("4 million euros");
    }

    private static void stands(JsonNode sentence) {
        assertThat(sentence.path("opinion").asBoolean()
                        || !sentence.path("factIds").isEmpty()
                        || !sentence.path("proofPointIds").isEmpty())
                .as(sentence.path("text").asText())
                .isTrue();
    }
}
