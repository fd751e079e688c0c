package io.outrider.messaging.call;

import io.outrider.messaging.material.Fact;
import io.outrider.messaging.material.Material;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of a company, claim by claim, in the order in which one tells it. Nothing but values of claims. */
final class CompanyBrief {

    private static final Map<String, String> LABELS = labels();
    private static final int MAX_VALUES = 5;

    private CompanyBrief() {}

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("description", "What it does");
        labels.put("industry", "Industry");
        labels.put("employee_count", "People");
        labels.put("headquarters", "Based in");
        labels.put("office", "Locations");
        labels.put("founded_year", "Founded");
        labels.put("product", "Products");
        labels.put("customer", "Customers");
        labels.put("technology", "Tools");
        labels.put("certification", "Certifications");
        labels.put("funding_round", "Funding");
        labels.put("funding_amount_usd", "Raised (USD)");
        labels.put("open_roles", "Open roles");
        labels.put("hiring_for", "Hiring for");
        labels.put("leader", "Leaders");
        labels.put("news", "News");
        return labels;
    }

    static String of(Material material) {
        var byKind = material.usableFacts().stream().collect(Collectors.groupingBy(Fact::predicate));
        var lines = LABELS.entrySet().stream()
                .filter(label -> byKind.containsKey(label.getKey()))
                .map(label -> label.getValue() + ": " + values(byKind.getOrDefault(label.getKey(), List.of())))
                .toList();
        return lines.isEmpty()
                ? "Nothing that may be used is known of " + material.account().spokenName() + "."
                : String.join("\n", lines);
    }

    private static String values(List<Fact> facts) {
        return facts.stream().map(Fact::value).distinct().limit(MAX_VALUES).collect(Collectors.joining("; "));
    }
}
