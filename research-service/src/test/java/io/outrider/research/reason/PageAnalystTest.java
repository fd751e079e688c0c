package io.outrider.research.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.AskedOfTheModel;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.research.SandboxResource;
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
class PageAnalystTest {

    @Inject
    PageAnalyst model;

    @Inject
    Asked asked;

    @Test
    void asksWhatThePagesSay() throws IOException {
        model.read("Ferrocraft {pages}", AskedOfTheModel.DATA, "<page id=\"p0\">We make {company} parts.</page>");

        assertThat(asked.last()).isEqualTo(asked.expected("read"));
    }

    @ApplicationScoped
    static class Asked extends AskedOfTheModel {}
}
