package io.outrider.sandbox.model;

import java.util.List;

/** An answer to one question, and the facts it rests on. */
record Judgement(String answer, String rationale, List<String> factIds, double confidence) {

    static Judgement yes(Fact fact, double confidence) {
        return new Judgement("YES", because(fact), List.of(fact.id()), confidence);
    }

    static Judgement no(Fact fact, double confidence) {
        return new Judgement("NO", because(fact), List.of(fact.id()), confidence);
    }

    static Judgement unknown() {
        return new Judgement("UNKNOWN", "No fact speaks to this.", List.of(), 0.5);
    }

    private static String because(Fact fact) {
        return "The source says: " + (fact.quote().isEmpty() ? fact.value() : fact.quote());
    }
}
