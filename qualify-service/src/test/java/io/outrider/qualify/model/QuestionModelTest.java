package io.outrider.qualify.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.AskedOfTheModel;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a model is asked, to the letter: a prompt, or the form of an answer, is not changed by chance. */
@QuarkusTest
class QuestionModelTest {

    @Inject
    QuestionModel model;

    @Inject
    Asked asked;

    @Test
    void asksTheQuestions() throws IOException {
        model.answer("ferrocraft.example", AskedOfTheModel.DATA, "<question id=\"q1\">Is it {domain}?</question>");

        assertThat(asked.last()).isEqualTo(asked.expected("answer"));
    }

    @ApplicationScoped
    static class Asked extends AskedOfTheModel {}
}
