package io.outrider.messaging.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's answer, unchecked: any field may be missing. */
@RegisterForReflection
record ModelDraft(@Nullable String rationale, @Nullable List<@Nullable Step> steps) {

    @RegisterForReflection
    record Step(@Nullable String subject, @Nullable List<@Nullable Sentence> sentences) {}

    /** @param opinion the model's own view of the sentence; asked for so that it thinks about it, and never believed */
    @RegisterForReflection
    record Sentence(
            @Nullable String text,
            @Nullable Integer paragraph,
            @Nullable List<@Nullable String> factIds,
            @Nullable List<@Nullable String> proofPointIds,
            @Nullable Boolean opinion) {}
}
