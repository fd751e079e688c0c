package io.outrider.kit.model;

import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import io.quarkiverse.langchain4j.ModelBuilderCustomizer;
import io.quarkiverse.langchain4j.ModelName;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Switches off the client's own retries, which the settings refuse to: the door retries, and nothing else. */
class OneRetryLayer {

    private static final int NO_RETRIES = 0;

    @Produces
    @Singleton
    @Unremovable
    @ModelName("fast")
    ModelBuilderCustomizer<OpenAiChatModelBuilder> fast() {
        return builder -> builder.maxRetries(NO_RETRIES);
    }

    @Produces
    @Singleton
    @Unremovable
    @ModelName("large")
    ModelBuilderCustomizer<OpenAiChatModelBuilder> large() {
        return builder -> builder.maxRetries(NO_RETRIES);
    }
}
