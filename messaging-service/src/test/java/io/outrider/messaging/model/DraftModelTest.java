package io.outrider.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.AskedOfTheModel;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.messaging.fixture.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a model is asked, to the letter: a prompt, or the form of an answer, is not changed by chance. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class DraftModelTest {

    @Inject
    DraftModel model;

    @Inject
    Asked asked;

    @Test
    void asksForADraft() throws IOException {
        model.draft(3, 110, AskedOfTheModel.DATA);

        assertThat(asked.last()).isEqualTo(asked.expected("draft"));
    }

    @Test
    void asksForARevision() throws IOException {
        model.revise(2, 90, AskedOfTheModel.DATA, "<step id=\"0\">{words}</step>\n", "shorter {draft}");

        assertThat(asked.last()).isEqualTo(asked.expected("revise"));
    }

    @ApplicationScoped
    static class Asked extends AskedOfTheModel {}
}
