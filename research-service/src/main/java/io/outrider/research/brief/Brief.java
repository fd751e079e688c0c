package io.outrider.research.brief;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one account at one time. Never changes once stored.
 *
 * @param expiresAt when the first of its facts expires
 * @param coverage share of the depth's questions that a supported claim answers, 0 to 1
 * @param fabricatedCitations model claims dropped because their quote is not in the page
 */
public record Brief(
        String id,
        Account account,
        Instant createdAt,
        Instant expiresAt,
        Depth depth,
        String summary,
        List<Section> sections,
        List<Claim> claims,
        List<Signal> signals,
        List<Hook> hooks,
        List<Unknown> unknowns,
        List<Contradiction> contradictions,
        List<String> usedUrls,
        List<RejectedSource> rejectedSources,
        double coverage,
        List<Person> people,
        int fabricatedCitations) {

    public Brief {
        sections = List.copyOf(sections);
        claims = List.copyOf(claims);
        signals = List.copyOf(signals);
        hooks = List.copyOf(hooks);
        unknowns = List.copyOf(unknowns);
        contradictions = List.copyOf(contradictions);
        usedUrls = List.copyOf(usedUrls);
        rejectedSources = List.copyOf(rejectedSources);
        people = List.copyOf(people);
    }
}
