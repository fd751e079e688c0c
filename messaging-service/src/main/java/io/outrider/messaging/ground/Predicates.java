package io.outrider.messaging.ground;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words with which a claim of each predicate may be told, besides those of its value and quotes. */
final class Predicates {

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            entry("description", "describe"),
            entry("industry", "industry business sector market companies"),
            entry("employee_count", "employees people staff colleagues headcount workforce"),
            entry("headquarters", "headquarters headquartered based home"),
            entry("country_code", "country based"),
            entry("founded_year", "founded since founding began"),
            entry("funding_round", "funding round raised raise financing investment investors"),
            entry("funding_amount_usd", "funding round raised raise financing investment dollars"),
            entry("technology", "technology technologies tools tool stack software systems system"),
            entry("open_roles", "open roles role positions openings vacancies jobs hiring hire recruiting"),
            entry("hiring_for", "open roles role positions openings vacancies jobs hiring hire recruiting recruit"),
            entry("leader", "leads leader heads head leadership"),
            entry("customer", "customers customer clients client"),
            entry("product", "product products offer offering portfolio"),
            entry("news", "news newsroom"),
            entry("certification", "certification certifications certified certificate hold"),
            entry("office", "office offices locations location sites based"),
            entry("competitor", "competitor competitors"),
            entry("contact_email", "email mailbox"));

    private Predicates() {}

    private static Map.Entry<String, Set<String>> entry(String predicate, String words) {
        return Map.entry(
                predicate, Arrays.stream(words.split(" ")).map(Stem::of).collect(Collectors.toUnmodifiableSet()));
    }

    /** Stems. */
    static Set<String> words(String predicate) {
        return WORDS.getOrDefault(predicate, Set.of());
    }
}
