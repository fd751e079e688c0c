package io.outrider.orchestrator.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code outrider.budget.*}: the upper bounds that steps reserve, and the prices they are bought at. */
@ConfigMapping(prefix = "outrider.budget")
public interface BudgetConfig {

    Price fast();

    Price large();

    Step research();

    Step qualify();

    Step draft();

    /** Seconds that one account takes from start to its gate, for estimates of a batch. */
    @WithDefault("20")
    int secondsPerAccount();

    /** Accounts under way at once, for estimates of a batch. */
    @WithDefault("100")
    int accountsAtOnce();

    /** US dollars for a million tokens. */
    interface Price {

        double usdPerMillionPromptTokens();

        double usdPerMillionCompletionTokens();
    }

    /** The most that one step uses, attempts that failed and answers that were not usable included. */
    interface Step {

        int calls();

        int promptTokens();

        int completionTokens();
    }
}
