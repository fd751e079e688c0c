package io.outrider.orchestrator.step;

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
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Says whether a playbook's action applies. A rule that touches what is not known does not hold. */
@ApplicationScoped
class When {

    private static final int MAX_CACHED = 1_000;
    private static final int MAX_ITERATIONS = 10_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .build();

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("fact", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("facts", MapType.create(SimpleType.STRING, ListType.create(SimpleType.DYN)))
            .addVar("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("score", SimpleType.INT)
            .addVar("tier", SimpleType.STRING)
            .build();

    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final LoadingCache<String, Program> programs =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build(this::compile);

    /** @param rule empty always holds */
    boolean holds(String rule, Map<String, Object> facts) {
        if (rule.isBlank()) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(programs.get(rule).eval(facts));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private Program compile(String rule) {
        try {
            return runtime.createProgram(compiler.compile(rule).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Interrupted.Halted("INVALID_RULE", "The playbook's rule does not compile: " + rule);
        }
    }
}
