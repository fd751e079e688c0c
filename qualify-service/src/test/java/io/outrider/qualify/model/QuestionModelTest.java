package io.outrider.qualify.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a model is asked, to the letter: a prompt, or the form of an answer, is not changed by chance. */
@QuarkusTest
class QuestionModelTest {

    private static final String DATA = "<fact id=\"c1\">a &amp; b {steps} {{x}} $1 \\ Ü</fact>\n";

    @Inject
    QuestionModel model;

    @Inject
    Asked asked;

    @Test
    void asksTheQuestions() throws IOException {
        model.answer("ferrocraft.example", DATA, "<question id=\"q1\">Is it {domain}?</question>");

        assertThat(asked.last()).isEqualTo(expected("answer"));
    }

    private static String expected(String name) throws IOException {
        try (var in = QuestionModelTest.class.getResourceAsStream("/prompts/asked/" + name + ".txt")) {
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
