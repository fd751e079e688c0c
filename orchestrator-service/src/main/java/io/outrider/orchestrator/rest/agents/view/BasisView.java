package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Evidence;
import io.outrider.type.v1.FieldBasis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a field has its value. */
@RegisterForReflection
@Schema(
        name = "FieldBasis",
        description = "Why a field has its value: quotes that stand in the named pages, word for word.")
public record BasisView(
        String field,
        List<Citation> citations,
        String reasoning,
        @Schema(description = "0 to 1.") double confidence) {

    @RegisterForReflection
    @Schema(name = "Citation")
    public record Citation(String title, String url, List<String> excerpts) {}

    static List<BasisView> of(List<FieldBasis> basis) {
        return basis.stream()
                .map(one -> new BasisView(
                        camel(one.getField()),
                        one.getEvidenceList().stream().map(BasisView::citation).toList(),
                        one.getReasoning(),
                        one.getConfidence()))
                .toList();
    }

    private static Citation citation(Evidence evidence) {
        return new Citation(evidence.getTitle(), evidence.getUrl(), List.of(evidence.getQuote()));
    }

    /** The key of the answer: "employee_count" is employeeCount there, and one has a name of its own. */
    private static String camel(String field) {
        if (field.equals("founded_year")) {
            return "founded";
        }
        var name = new StringBuilder();
        for (var part : field.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
