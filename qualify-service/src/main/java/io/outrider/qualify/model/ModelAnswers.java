package io.outrider.qualify.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model says, before anybody checked it: every part may be missing, wrong or made up. */
@RegisterForReflection
public record ModelAnswers(@Nullable List<@Nullable ModelAnswer> answers) {

    /**
     * @param answer YES, NO or UNKNOWN
     * @param factIds claim ids it says it rests on
     * @param confidence 0 to 1
     */
    @RegisterForReflection
    public record ModelAnswer(
            @Nullable String questionId,
            @Nullable Value answer,
            @Nullable String rationale,
            @Nullable List<@Nullable String> factIds,
            @Nullable Double confidence) {}

    /** The closed list that the schema offers. */
    @RegisterForReflection
    public enum Value {
        YES,
        NO,
        UNKNOWN
    }
}
