package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import io.outrider.review.queue.Messages.Line;
import io.outrider.review.queue.Messages.Message;
import io.outrider.review.queue.Messages.Support;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {

    private static final Messages NONE = new Messages(List.of(), List.of(), List.of());
    private static final Messages MAIL = new Messages(
            List.of(new Message(
                    0, "Your foundry", List.of(new Line("You opened a foundry in Ghent.", 0, Support.CLAIM, 0)))),
            List.of("Opened a foundry in Ghent"),
            List.of());
    private static final String MAIL_JSON =
            "{'to':'mara@ferrocraft.example','fromName':'Ann','subject':'Your foundry','body':'You opened a foundry in Ghent.'}";

    @Test
    void readsAMailAsOneMessage() {
        var edited = edit("email.send", MAIL_JSON, MAIL_JSON.replace("Your foundry", "Ghent"), MAIL);

        assertThat(edited.steps()).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("Ghent");
            assertThat(message.lines()).extracting(Line::support).containsExactly(Support.CLAIM);
        });
    }

    @Test
    void findsAnUnsupportedFactInAMail() {
        var edited = edit("email.send", MAIL_JSON, MAIL_JSON.replace("in Ghent.", "in Ghent. It has 40 ovens."), MAIL);

        assertThat(Edits.wording(edited).unsupported()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email.send | {'to':'a@x.example','fromName':'Ann'} | {'to':'b@x.example','fromName':'Ann'} | to",
                "email.send | {'to':'a@x.example','fromName':'Ann'} | {'to':'a@x.example','fromName':'Bob'} | fromName",
                "email.send | {'to':'a@x.example'} | {'to':'a@x.example','bcc':'c@x.example'} | bcc",
                "crm.deal.update | {'dealId':'1','expected':{'s':'a'}} | {'dealId':'2','expected':{'s':'a'}} | dealId",
                "crm.deal.update | {'dealId':'1','expected':{'s':'a'}} | {'dealId':'1','expected':{'s':'b'}} | expected",
                "crm.deal.update | {'dealId':'1','properties':{'s':'a'}} | {'dealId':'1','properties':{'s':'b','amount':'1'}} | properties",
                "crm.contact.upsert | {'email':'a@x.example'} | {'email':'b@x.example'} | email",
                "crm.company.upsert | {'domain':'x.example'} | {'domain':'y.example'} | domain",
                "task.create | {'domain':'x.example','contactEmail':'a'} | {'domain':'x.example','contactEmail':'b'} | contactEmail",
                "webhook.post | {'event':'a','score':1} | {'event':'a','score':9} | score",
                "sequence.enrol | {'sequenceId':'s'} | {'sequenceId':'s','to':'b@x.example'} | to",
                "sequence.enrol | {'contact':{'email':'a'}} | {'contact':{'email':'b'}} | contact",
            })
    void keepsWhoAndWhatIsActedOn(String type, String before, String after, String field) {
        assertThatThrownBy(() -> edit(type, before, after, NONE))
                .isInstanceOf(InvalidField.class)
                .satisfies(wrong -> assertThat(
                                ((InvalidField) wrong).violations().getFirst().toString())
                        .contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm.deal.update | {'dealId':'1','properties':{'stage':'a','s':'1'}} | {'dealId':'1','properties':{'stage':'b'}}",
                "crm.company.upsert | {'domain':'x','name':'X'} | {'domain':'x','name':'X BV'}",
                "task.create | {'subject':'a','dueDate':'d'} | {'subject':'b','dueDate':'e'}",
                "slack.message.post | {'text':'a b','blocks':[{'text':{'text':'a b'}}]} | {'text':'c d','blocks':[{'text':{'text':'c'}},{'text':{'text':'d'}}]}",
                "slack.message.post | {'text':'a','blocks':[{'text':{'text':'a'}}]} | {'text':'c'}",
            })
    void letsWhatIsSaidBeChanged(String type, String before, String after) {
        assertThatCode(() -> edit(type, before, after, NONE)).doesNotThrowAnyException();
    }

    @Test
    void wantsBlocksToSayWhatTheTextSays() {
        var before = "{'text':'a','blocks':[{'text':{'text':'a'}}]}";

        assertThatThrownBy(() -> edit("slack.message.post", before, before.replace("'text':'a',", "'text':'b',"), NONE))
                .isInstanceOf(InvalidField.class)
                .satisfies(wrong -> assertThat(
                                ((InvalidField) wrong).violations().getFirst().toString())
                        .contains("blocks"));
    }

    @Test
    void cannotCheckMessagesOfWhichNobodySaidWhatCarriesThem() {
        assertThatThrownBy(() -> edit("email.send", MAIL_JSON, MAIL_JSON.replace("Ghent", "Gent"), NONE))
                .isInstanceOf(InvalidField.class);
    }

    private static Messages edit(String type, String before, String after, Messages messages) {
        return Edits.check(type, payload(before), payload(after), messages);
    }

    private static Payload payload(String json) {
        return Payload.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "payload");
    }
}
