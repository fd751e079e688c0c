package io.outrider.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.fault.Spoil;
import org.junit.jupiter.api.Test;

class DraftAnswererTest {

    private static final String PROMPT = """
            <contact>
            first_name: Bram
            title: Chief Operating Officer
            </contact>
            <fact id="clm_1">news: Ferrocraft opens a second hall in Aalst | 13 November 2026: Ferrocraft opens a second hall in Aalst.</fact>
            <fact id="clm_2">description: Ferrocraft builds welding cells | Ferrocraft builds welding cells</fact>
            <proof id="pp_1">A bakery group cut unplanned stops by 23 percent.</proof>
            <value_prop id="vp_1">Your shift leaders would hear of a stop before it happens.</value_prop>
            """;

    private final Ask ask = new Ask();

    @Test
    void writesThreeStepsToThePerson() {
        var draft = ask.forJson(PROMPT, Ask.draft());
        assertThat(draft.path("steps")).hasSize(3).allSatisfy(step -> {
            assertThat(step.path("subject").asText()).isNotBlank();
            assertThat(step.at("/sentences/0/text").asText()).isEqualTo("Hello Bram,");
        });
    }

    @Test
    void givesEverySentenceSomethingToStandOn() {
        for (var step : ask.forJson(PROMPT, Ask.draft()).path("steps")) {
            assertThat(step.path("sentences")).allSatisfy(DraftAnswererTest::stands);
        }
    }

    @Test
    void citesTheFactItRepeats() {
        var sentence = ask.forJson(PROMPT, Ask.draft()).at("/steps/0/sentences/1");
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
