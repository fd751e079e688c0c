package io.outrider.qualify.library;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.InvalidField.Violation;
import io.outrider.qualify.rule.RuleError;
import io.outrider.qualify.rule.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles every rule of a library before any is used, so that a bad one is found with the first account and not with
 * the first that reaches it.
 */
@ApplicationScoped
public class RuleCheck {

    private final Rules rules;

    public RuleCheck(Rules rules) {
        this.rules = rules;
    }

    /** @throws InvalidField that names each question or segment and the place in its rule */
    public void check(Library library) {
        var wrong = Stream.concat(
                        library.segments().values().stream()
                                .filter(segment -> !segment.rule().isBlank())
                                .map(segment -> check(segment.field(), "segment " + segment.id(), segment.rule())),
                        library.questions()
                                .filter(question -> question.hasRule())
                                .map(question -> check(question.field(), "question " + question.id(), question.rule())))
                .flatMap(Optional::stream)
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidField("INVALID_FIELD", List.copyOf(wrong));
        }
    }

    private Optional<Violation> check(String field, String owner, String rule) {
        try {
            rules.get(rule);
            return Optional.empty();
        } catch (RuleError e) {
            var problem = "of " + owner + " does not compile at " + e.line() + ":" + e.column() + ": " + e.problem();
            return Optional.of(new Violation(field + ".rule", problem));
        }
    }
}
