package io.outrider.messaging.model;

import dev.langchain4j.model.chat.ChatModel;
import io.outrider.kit.model.ModelPrompt;
import io.quarkiverse.langchain4j.ModelName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks a model for a whole sequence. Blocking; only {@link ModelDrafter} uses it, through the door. */
@ApplicationScoped
class DraftModel {

    static final String PROMPT_VERSION = "messaging/v1";

    private static final String SYSTEM = "prompts/messaging/system.v1.txt";

    private final ModelPrompt<ModelDraft> first =
            new ModelPrompt<>(SYSTEM, "prompts/messaging/user.v1.txt", ModelDraft.class);
    private final ModelPrompt<ModelDraft> again =
            new ModelPrompt<>(SYSTEM, "prompts/messaging/revise.v1.txt", ModelDraft.class);
    private final ChatModel model;

    DraftModel(@ModelName("large") ChatModel model) {
        this.model = model;
    }

    ModelDraft draft(int steps, int words, String material) {
        return first.ask(model, Map.of("steps", steps, "words", words, "material", material));
    }

    ModelDraft revise(int steps, int words, String material, String draft, String instruction) {
        return again.ask(
                model,
                Map.of(
                        "steps", steps,
                        "words", words,
                        "material", material,
                        "draft", draft,
                        "instruction", instruction));
    }
}
