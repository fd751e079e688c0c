package io.outrider.qualify.model;

import dev.langchain4j.model.chat.ChatModel;
import io.outrider.kit.model.ModelPrompt;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks the model all open questions at once. Blocking; only {@link ModelAnswerer} uses it, through the door. */
@ApplicationScoped
class QuestionModel {

    static final String PROMPT_VERSION = "qualify/v1";

    private final ModelPrompt<ModelAnswers> prompt =
            new ModelPrompt<>("prompts/qualify/system.v1.txt", "prompts/qualify/user.v1.txt", ModelAnswers.class);
    private final ChatModel model;

    QuestionModel(@ModelName("fast") ChatModel model) {
        this.model = model;
    }

    ModelAnswers answer(String domain, String facts, String questions) {
        return prompt.ask(model, Map.of("domain", domain, "facts", facts, "questions", questions));
    }
}
