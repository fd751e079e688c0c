package io.outrider.research.reason;

import io.outrider.research.brief.Emphasis;
import io.outrider.research.brief.Finding;
import io.outrider.research.brief.Person;
import io.outrider.research.brief.Work.ModelUse;
import java.util.List;

/**
 * What a researcher found.
 *
 * @param fabricated model findings dropped because their quote is not in the page
 * @param degradedReasons why a model that was asked for did not help; empty where it did
 */
public record Research(
        List<Finding> findings,
        List<Person> people,
        Emphasis emphasis,
        int fabricated,
        ModelUse model,
        List<String> degradedReasons) {

    public Research {
        findings = List.copyOf(findings);
        people = List.copyOf(people);
        degradedReasons = List.copyOf(degradedReasons);
    }

    static Research byRules(List<Finding> findings, List<Person> people) {
        return new Research(findings, people, Emphasis.NONE, 0, ModelUse.NONE, List.of());
    }
}
