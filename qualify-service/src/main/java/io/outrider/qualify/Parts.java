package io.outrider.qualify;

import io.outrider.qualify.model.ModelAnswerer;
import io.outrider.qualify.question.Interview;
import io.outrider.qualify.question.RuleAnswerer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the two answerers together. */
class Parts {

    @Produces
    @Singleton
    Interview interview(RuleAnswerer rules, ModelAnswerer model) {
        return new Interview(rules, model);
    }
}
