package io.outrider.review.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void isClosed() {
        assertThat(Catalogue.all())
                .extracting(ActionType::name)
                .containsExactly(
                        "crm.company.upsert",
                        "crm.contact.upsert",
                        "crm.deal.update",
                        "email.send",
                        "sequence.enrol",
                        "slack.message.post",
                        "task.create",
                        "webhook.post");
    }

    @Test
    void hasNoWordForDeleting() {
        assertThat(Arrays.stream(Verb.values()).map(Enum::name))
                .noneMatch(verb -> verb.matches("(?i).*(delete|remove|archive|purge|price|discount).*"));
    }

    @Test
    void findsByName() {
        assertThat(Catalogue.find("task.create").orElseThrow().connector()).isEqualTo("task");
        assertThat(Catalogue.find("crm.company.upsert").orElseThrow().connector())
                .isEqualTo("crm");
        assertThat(Catalogue.find("crm.company.delete")).isEmpty();
    }
}
