package io.outrider.orchestrator.library.check;

import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import java.util.List;

/** CEL with the variables that rules of a library may use. */
enum RuleLanguage {
    /** Of segments and questions. */
    ACCOUNT(ActionLanguage.account()),

    /** Of a playbook's actions: what is known after qualification too. */
    ACTION(ActionLanguage.compiler()),

    /** Of triggers: what the signals of an account add up to. */
    TRIGGER(TriggerLanguage.compiler());

    private static final int MAX_CHARS = 2_000;

    private final CelCompiler compiler;

    RuleLanguage(CelCompilerBuilder builder) {
        this.compiler = builder.build();
    }

    /** What is wrong with the rule, each with its line and column inside the rule; empty where it compiles. */
    List<String> problems(String rule) {
        if (rule.length() > MAX_CHARS) {
            return List.of("the rule is longer than %,d characters".formatted(MAX_CHARS));
        }
        try {
            var result = compiler.compile(rule);
            if (!result.hasError()) {
                result.getAst();
            }
            return result.getErrors().stream()
                    .map(issue -> "the rule does not compile, line %d, column %d: %s"
                            .formatted(
                                    issue.getSourceLocation().getLine(),
                                    issue.getSourceLocation().getColumn() + 1,
                                    issue.getMessage().lines().findFirst().orElse("")))
                    .toList();
        } catch (CelValidationException e) {
            return List.of("the rule does not compile");
        }
    }
}
