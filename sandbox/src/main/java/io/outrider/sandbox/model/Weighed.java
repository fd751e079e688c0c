package io.outrider.sandbox.model;

import java.util.HashSet;
import java.util.Set;

/** A fact with the ideas that its words carry. */
record Weighed(Fact fact, Set<String> ideas) {

    static Weighed of(Fact fact, Concepts concepts) {
        var ideas = new HashSet<>(concepts.of(fact.value() + " " + fact.quote()));
        switch (fact.predicate()) {
            case "news" -> ideas.add("announce");
            case "hiring_for", "open_roles" -> ideas.add("hire");
            case "funding_round" -> ideas.add("fund");
            case "employee_count" -> ideas.add("people");
            default -> ideas.addAll(concepts.of(fact.predicate()));
        }
        return new Weighed(fact, ideas);
    }
}
