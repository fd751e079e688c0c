package io.outrider.research.reason;

import io.outrider.research.brief.Evidence;
import io.outrider.research.brief.Finding;
import io.outrider.research.brief.Person;
import io.outrider.research.brief.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the rules find. */
final class Findings {

    /** Of one predicate. A page that lists more is a directory, not a profile. */
    private static final int MOST = 30;

    private static final int LONGEST_VALUE = 400;

    private final List<Finding> all = new ArrayList<>();
    private final Map<Predicate, Integer> counts = new EnumMap<>(Predicate.class);
    private final Map<String, Person> people = new LinkedHashMap<>();

    /** The quote is the sentence. */
    void add(Sentence sentence, Predicate predicate, String value, double confidence) {
        add(sentence, predicate, value, confidence, false, sentence.page().asOf());
    }

    void add(Sentence sentence, Predicate predicate, String raw, double confidence, boolean inferred, Instant asOf) {
        var value = raw.strip();
        if (value.isEmpty() || value.length() > LONGEST_VALUE || counts.merge(predicate, 1, Integer::sum) > MOST) {
            return;
        }
        var evidence = Evidence.at(sentence.page(), sentence.start(), sentence.end());
        all.add(new Finding(
                predicate,
                value,
                evidence,
                confidence,
                inferred,
                asOf,
                sentence.page().trust()));
    }

    void add(Person person) {
        people.merge(person.id(), person, (one, other) -> one.email().isEmpty() ? other : one);
    }

    List<Finding> all() {
        return all;
    }

    List<Person> people() {
        return List.copyOf(people.values());
    }
}
