package io.outrider.kit.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code outrider.model.*}. */
@ConfigMapping(prefix = "outrider.model")
interface ModelConfig {

    /** The provider's key. Absent: there is no model, and every agent answers by its rules. */
    Optional<String> configured();

    Named fast();

    Named large();

    /** Attempts after the first one, on 408, 409, 429, 5xx, no answer or an answer that is not what was asked for. */
    @WithDefault("2")
    int retries();

    /** The first pause between attempts; it doubles. A longer Retry-After goes before it. */
    @WithDefault("PT0.3S")
    Duration backoff();

    /** The longest Retry-After that is waited for; a longer one ends the question. */
    @WithDefault("PT20S")
    Duration longestWait();

    interface Named {

        /** The provider's name of the model. */
        String name();

        /** Questions in flight at first. Halved when the provider is overloaded, raised by one when it is not. */
        @WithDefault("64")
        int initialConcurrency();

        @WithDefault("400")
        int maxConcurrency();

        /** US dollars for a million prompt tokens. */
        @WithDefault("0.15")
        double usdPerMillionPromptTokens();

        /** US dollars for a million completion tokens. */
        @WithDefault("0.60")
        double usdPerMillionCompletionTokens();
    }
}
