package io.outrider.research.reason;

import dev.langchain4j.model.chat.ChatModel;
import io.outrider.kit.model.ModelPrompt;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks the model what pages say. It has no tools and no memory: whatever a page contains, nothing can be done with it here. */
@ApplicationScoped
class PageAnalyst {

    static final String PROMPT_VERSION = "research/v1";

    private final ModelPrompt<ModelFindings> prompt =
            new ModelPrompt<>("prompts/research/system.v1.txt", "prompts/research/user.v1.txt", ModelFindings.class);
    private final ChatModel model;

    PageAnalyst(@ModelName("fast") ChatModel model) {
        this.model = model;
    }

    ModelFindings read(String company, String questions, String pages) {
        return prompt.ask(model, Map.of("company", company, "questions", questions, "pages", pages));
    }
}
