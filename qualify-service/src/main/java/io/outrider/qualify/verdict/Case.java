package io.outrider.qualify.verdict;

import io.outrider.qualify.library.Library;
import io.outrider.qualify.question.Evidence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged, by what.
 *
 * @param expiredFacts claims of the brief that were too old to use
 * @param knownTitles titles of the people the brief names
 * @param playbookId empty: choose
 * @param mayAskModel false at the level RULES
 * @param person null for a verdict on the company
 */
public record Case(
        Evidence evidence,
        int expiredFacts,
        List<String> knownTitles,
        Library library,
        String playbookId,
        boolean mayAskModel,
        @Nullable Contact person) {

    public Case {
        knownTitles = List.copyOf(knownTitles);
    }

    Optional<Contact> contact() {
        return Optional.ofNullable(person);
    }
}
