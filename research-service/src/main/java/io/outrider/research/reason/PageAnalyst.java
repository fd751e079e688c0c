package io.outrider.research.reason;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the model what pages say. It has no tools and no memory: whatever a page contains, nothing can be done with it here. */
@RegisterAiService(modelName = "fast")
@ApplicationScoped
@SystemMessage(fromResource = "prompts/research/system.v1.txt")
interface PageAnalyst {

    String PROMPT_VERSION = "research/v1";

    @UserMessage(fromResource = "prompts/research/user.v1.txt")
    ModelFindings read(String company, String questions, String pages);
}
