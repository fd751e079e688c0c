package io.outrider.orchestrator.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** The upper bound of what steps spend. Rules spend nothing. */
@ApplicationScoped
public class Estimates {

    /** Steps that may ask a model. */
    public enum ModelStep {
        RESEARCH,
        QUALIFY,
        DRAFT
    }

    /** @param calls to models */
    public record Bound(int calls, long promptTokens, long completionTokens, Spend spend) {

        Bound plus(Bound other) {
            return new Bound(
                    calls + other.calls,
                    promptTokens + other.promptTokens,
                    completionTokens + other.completionTokens,
                    spend.plus(other.spend));
        }
    }

    private static final Bound NOTHING = new Bound(0, 0, 0, Spend.NONE);

    private final BudgetConfig config;

    Estimates(BudgetConfig config) {
        this.config = config;
    }

    /**
     * @param usesModels false at the level of rules
     * @param revises the level may ask a second time, for its own critique
     */
    public Bound of(Set<ModelStep> steps, boolean usesModels, boolean revises) {
        if (!usesModels) {
            return NOTHING;
        }
        var times = revises ? 2 : 1;
        return steps.stream().map(step -> of(step, times)).reduce(NOTHING, Bound::plus);
    }

    public static Set<ModelStep> all() {
        return EnumSet.allOf(ModelStep.class);
    }

    private Bound of(ModelStep step, int times) {
        return switch (step) {
            case RESEARCH -> of(config.research(), config.fast(), times);
            case QUALIFY -> of(config.qualify(), config.fast(), times);
            case DRAFT -> of(config.draft(), config.large(), times);
        };
    }

    private static Bound of(BudgetConfig.Step step, BudgetConfig.Price price, int times) {
        long prompt = (long) step.promptTokens() * times;
        long completion = (long) step.completionTokens() * times;
        // A million tokens at one dollar: one token is one millionth of a dollar.
        var microUsd = (long) Math.ceil(
                prompt * price.usdPerMillionPromptTokens() + completion * price.usdPerMillionCompletionTokens());
        return new Bound(step.calls() * times, prompt, completion, new Spend(microUsd, prompt + completion));
    }
}
