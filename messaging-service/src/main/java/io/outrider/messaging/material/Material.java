package io.outrider.messaging.material;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one sequence may be made of, and nothing else.
 *
 * @param facts in the brief's order; see {@link Fact#usable}
 * @param valueProps those of the playbook that speak to the persona, in the author's order
 * @param coverage share of research's questions that the brief answers, 0 to 1
 */
public record Material(
        Account account,
        Contact contact,
        List<Fact> facts,
        List<Hook> hooks,
        Vendor vendor,
        Product product,
        Persona persona,
        Playbook playbook,
        List<ValueProp> valueProps,
        Map<String, String> proofPoints,
        Voice voice,
        double coverage) {

    public Material {
        facts = List.copyOf(facts);
        hooks = List.copyOf(hooks);
        valueProps = List.copyOf(valueProps);
        proofPoints = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(proofPoints));
    }

    /** The facts that a sentence may rest on. */
    public List<Fact> usableFacts() {
        return facts.stream().filter(Fact::usable).toList();
    }

    public Optional<Fact> usableFact(String id) {
        for (var fact : facts) {
            if (fact.id().equals(id) && fact.usable()) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }
}
