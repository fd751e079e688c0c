package io.outrider.kit.model;

import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what the attempts of one question cost. Used by one thread. */
final class UsageMeter {

    private final ModelConfig.Named prices;
    private ModelUsage usage = ModelUsage.NONE;
    private String model;

    UsageMeter(ModelConfig.Named named) {
        this.prices = named;
        this.model = named.name();
    }

    void add(@Nullable TokenUsage tokens, @Nullable String modelName) {
        var prompt = tokens == null ? 0 : Objects.requireNonNullElse(tokens.inputTokenCount(), 0);
        var completion = tokens == null ? 0 : Objects.requireNonNullElse(tokens.outputTokenCount(), 0);
        // A million tokens at one dollar: one token is one millionth of a dollar.
        var microUsd = Math.round(
                prompt * prices.usdPerMillionPromptTokens() + completion * prices.usdPerMillionCompletionTokens());
        usage = usage.plus(new ModelUsage(1, prompt, completion, microUsd));
        if (modelName != null) {
            model = modelName;
        }
    }

    ModelUsage usage() {
        return usage;
    }

    String model() {
        return model;
    }
}
