package io.outrider.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.messaging.fixture.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a model is asked, to the letter: a prompt, or the form of an answer, is not changed by chance. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class DraftModelTest {

    private static final String DATA = "<fact id=\"c1\">a &amp; b {steps} {{x}} $1 \\ Ü</fact>\n";

    @Inject
    DraftModel model;

    @Inject
    Asked asked;

    @Test
    void asksForADraft() throws IOException {
        model.draft(3, 110, DATA);

        assertThat(asked.last()).isEqualTo(expected("draft"));
    }

    @Test
    void asksForARevision() throws IOException {
        model.revise(2, 90, DATA, "<step id=\"0\">{words}</step>\n", "shorter {draft}");

        assertThat(asked.last()).isEqualTo(expected("revise"));
    }

    private static String expected(String name) throws IOException {
        try (var in = DraftModelTest.class.getResourceAsStream("/prompts/asked/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sees every request as it goes to the client. */
    @ApplicationScoped
    static class Asked implements ChatModelListener {

        private String last = "";

        @Override
        public void onRequest(ChatModelRequestContext context) {
            var request = context.chatRequest();
            last = request.messages().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                    + request.parameters() + "\n";
        }

        String last() {
            return last;
        }
    }
}
