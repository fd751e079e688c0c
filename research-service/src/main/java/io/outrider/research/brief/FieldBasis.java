package io.outrider.research.brief;

import java.util.List;

/**
 * Why one field of a record has its value.
 *
 * @param field the field's proto name
 * @param confidence 0 to 1
 */
public record FieldBasis(String field, List<Evidence> evidence, String reasoning, double confidence) {

    public FieldBasis {
        evidence = List.copyOf(evidence);
    }
}
