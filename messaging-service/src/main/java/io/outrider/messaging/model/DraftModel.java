package io.outrider.messaging.model;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks a model for a whole sequence. Blocking; only {@link ModelDrafter} uses it, through the door. */
@RegisterAiService(modelName = "large")
@ApplicationScoped
@SystemMessage(fromResource = "prompts/messaging/system.v1.txt")
interface DraftModel {

    String PROMPT_VERSION = "messaging/v1";

    @UserMessage(fromResource = "prompts/messaging/user.v1.txt")
    ModelDraft draft(int steps, int words, String material);

    @UserMessage(fromResource = "prompts/messaging/revise.v1.txt")
    ModelDraft revise(int steps, int words, String material, String draft, String instruction);
}
