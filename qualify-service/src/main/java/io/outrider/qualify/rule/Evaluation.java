package io.outrider.qualify.rule;

import java.util.Set;

/**
 * What a rule said, and what it read to say so.
 *
 * @param singles predicates read as `fact.x`
 * @param lists predicates read as `facts.x`
 * @param attributes keys read as `attributes.x`
 * @param missing what it looked for and did not find, for example "employee_count"
 * @param why empty unless the rule could not be evaluated for another reason than a missing fact
 */
public record Evaluation(
        Truth truth, Set<String> singles, Set<String> lists, Set<String> attributes, Set<String> missing, String why) {

    public Evaluation {
        singles = Set.copyOf(singles);
        lists = Set.copyOf(lists);
        attributes = Set.copyOf(attributes);
        missing = Set.copyOf(missing);
    }
}
