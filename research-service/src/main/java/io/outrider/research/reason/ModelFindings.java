package io.outrider.research.reason;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's raw answer. Untrusted: any part may be missing or made up until {@link QuoteCheck} has looked at it. */
@RegisterForReflection
public record ModelFindings(
        @Nullable List<@Nullable ModelClaim> claims,
        @Nullable List<@Nullable Integer> summaryClaimIndexes,
        @Nullable List<@Nullable ModelHook> hooks) {

    /** @param confidence 0 to 1 */
    @RegisterForReflection
    public record ModelClaim(
            @Nullable String predicate,
            @Nullable String value,
            @Nullable String quote,
            @Nullable String pageId,
            @Nullable Double confidence) {}

    /** A reason to write now and the claims it rests on. */
    @RegisterForReflection
    public record ModelHook(@Nullable String text, @Nullable List<@Nullable Integer> claimIndexes) {}
}
