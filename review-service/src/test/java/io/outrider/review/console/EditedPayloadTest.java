package io.outrider.review.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.outrider.kit.error.InvalidField;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class EditedPayloadTest {

    private static final String LETTER =
            "{\"to\":\"mara@ferrocraft.example\",\"steps\":[{\"subject\":\"Hi\",\"body\":\"One.\\n\\nTwo.\\n\\nThree.\",\"n\":1}]}";
    private static final String RECORD =
            "{\"domain\":\"a.example\",\"properties\":{\"tags\":[\"x\",2,{\"y\":\"z\"}],\"on\":true}}";

    @Test
    void joinsParagraphsAndDropsEmptiedOnes() {
        assertThat(edited(
                        LETTER,
                        form("subject-0", "Hello", "body-0-0", "One!\r\nOn", "body-0-1", " ", "body-0-2", "Three.")))
                .isEqualTo(
                        "{\"to\":\"mara@ferrocraft.example\",\"steps\":[{\"subject\":\"Hello\",\"body\":\"One!\\nOn\\n\\nThree.\",\"n\":1}]}");
    }

    @Test
    void takesAWholeBody() {
        assertThat(edited(LETTER, form("body-0", "All of it")))
                .contains("\"body\":\"All of it\"", "\"subject\":\"Hi\"");
    }

    @Test
    void findsAFieldByItsPlaceAndLeavesNumbersAlone() {
        assertThat(edited(RECORD, form("field-1", "x2", "field-2", "9", "field-3", "z2", "field-4", "no")))
                .isEqualTo(
                        "{\"domain\":\"a.example\",\"properties\":{\"tags\":[\"x2\",2,{\"y\":\"z2\"}],\"on\":true}}");
    }

    @Test
    void prefersTheWholeTextOnlyWhereItWasChanged() {
        assertThat(edited(RECORD, form("payload", RECORD, "field-1", "x2"))).contains("\"x2\"");
        assertThat(edited(RECORD, form("payload", "{\"a\":1}", "field-1", "x2")))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void namesFieldsAsTheFormDoes() {
        assertThat(PayloadText.fields("crm.company.upsert", RECORD))
                .extracting(ItemContent.Field::name, ItemContent.Field::input)
                .containsExactly(
                        tuple("domain", ""),
                        tuple("properties.tags[0]", "field-1"),
                        tuple("properties.tags[1]", ""),
                        tuple("properties.tags[2].y", "field-3"),
                        tuple("properties.on", ""));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> edited("[1]", form("subject-0", "x"))).isInstanceOf(InvalidField.class);
    }

    private static String edited(String payload, MultivaluedMap<String, String> form) {
        return new String(EditedPayload.of(payload.getBytes(UTF_8), form), UTF_8);
    }

    private static MultivaluedMap<String, String> form(String... pairs) {
        var form = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
