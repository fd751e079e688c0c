package io.outrider.qualify.rule;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Compiles CEL rules, each text once. Only the standard functions are there, so that a rule that one service accepts
 * means the same in every other.
 */
@ApplicationScoped
public class Rules {

    /** Characters of one rule. */
    public static final int MAX_LENGTH = 2_000;

    private static final int MAX_CACHED = 10_000;
    private static final int MAX_ITERATIONS = 5_000;
    private static final int MAX_DEPTH = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("fact", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("facts", MapType.create(SimpleType.STRING, ListType.create(SimpleType.DYN)))
            .addVar("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .build();

    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final LoadingCache<String, Rule> compiled =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build(this::compile);

    /**
     * The compiled form of a rule.
     *
     * @throws RuleError where the text is no CEL, is not of type boolean, or reads facts other than by name
     */
    public Rule get(String expression) {
        return compiled.get(expression);
    }

    private Rule compile(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new RuleError(1, MAX_LENGTH + 1, "the rule is longer than " + MAX_LENGTH + " characters");
        }
        try {
            var ast = compiler.compile(expression).getAst();
            var type = ast.getResultType();
            if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
                throw new RuleError(1, 1, "the rule gives a " + type.name() + ", not a boolean");
            }
            ReadsByName.check(ast);
            return new Rule(runtime.createProgram(ast));
        } catch (CelValidationException e) {
            var first = e.getErrors().getFirst();
            var place = first.getSourceLocation();
            throw new RuleError(
                    Math.max(1, place.getLine()), Math.max(0, place.getColumn()) + 1, plain(first.getMessage()));
        } catch (CelEvaluationException e) {
            throw new RuleError(1, 1, "the rule cannot be planned");
        }
    }

    /** The parser's own list of expected tokens helps nobody. */
    private static String plain(String message) {
        var cut = message.indexOf(" expecting ");
        return (cut < 0 ? message : message.substring(0, cut)).replace(" (in container '')", "");
    }
}
