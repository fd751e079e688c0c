package io.outrider.qualify.model;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the model all open questions at once. Blocking; only {@link ModelAnswerer} uses it, through the door. */
@RegisterAiService(modelName = "fast")
@ApplicationScoped
@SystemMessage(fromResource = "prompts/qualify/system.v1.txt")
interface QuestionModel {

    String PROMPT_VERSION = "qualify/v1";

    @UserMessage(fromResource = "prompts/qualify/user.v1.txt")
    ModelAnswers answer(String domain, String facts, String questions);
}
