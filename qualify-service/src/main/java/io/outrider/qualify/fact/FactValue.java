package io.outrider.qualify.fact;

import java.util.Optional;
import java.util.Set;

/** Turns a claim's text into what rules compare: numbers as Double, truth as Boolean, the rest as String. */
public final class FactValue {

    private static final Set<String> NUMBERS =
            Set.of("employee_count", "founded_year", "funding_amount_usd", "open_roles");

    private FactValue() {}

    /** Empty where the text is not of its kind: such a claim is no fact. */
    public static Optional<Object> parse(String predicate, boolean number, boolean bool, String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        if (number || NUMBERS.contains(predicate)) {
            return number(trimmed);
        }
        if (bool) {
            return switch (trimmed) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        return Optional.of(trimmed);
    }

    private static Optional<Object> number(String text) {
        try {
            var value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
