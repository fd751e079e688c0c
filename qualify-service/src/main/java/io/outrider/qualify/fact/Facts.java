package io.outrider.qualify.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of one account, best first within each predicate. */
public final class Facts {

    private final Map<String, List<Fact>> byPredicate;
    private final Map<String, Fact> byId = new LinkedHashMap<>();
    private final Map<String, Object> best = new HashMap<>();
    private final Map<String, Object> lists = new HashMap<>();

    private Facts(Map<String, List<Fact>> byPredicate) {
        this.byPredicate = byPredicate;
        byPredicate.forEach((predicate, facts) -> {
            best.put(predicate, facts.getFirst().value());
            lists.put(predicate, facts.stream().map(Fact::value).distinct().toList());
            facts.forEach(fact -> byId.put(fact.claimId(), fact));
        });
    }

    public static Facts of(Collection<Fact> facts) {
        var grouped = new LinkedHashMap<String, List<Fact>>();
        facts.stream()
                .sorted(Fact.BEST_FIRST)
                .forEach(fact -> grouped.computeIfAbsent(fact.predicate(), key -> new ArrayList<>())
                        .add(fact));
        return new Facts(grouped);
    }

    /** The best value of each predicate: `fact` in a rule. */
    public Map<String, Object> best() {
        return best;
    }

    /** All distinct values of each predicate, best first: `facts` in a rule. */
    public Map<String, Object> lists() {
        return lists;
    }

    /** All facts of a predicate, best first; empty where there is none. */
    public List<Fact> of(String predicate) {
        return byPredicate.getOrDefault(predicate, List.of());
    }

    public Optional<Fact> byId(String claimId) {
        return Optional.ofNullable(byId.get(claimId));
    }

    public Collection<Fact> all() {
        return byId.values();
    }
}
