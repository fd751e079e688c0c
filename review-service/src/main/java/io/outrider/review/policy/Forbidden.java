package io.outrider.review.policy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/** Evaluates {@code forbidden_if}: CEL over {@code payload}, {@code account} and {@code risk}. */
final class Forbidden {

    private static final MapType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(10_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .addVar("payload", OBJECT)
            .addVar("account", OBJECT)
            .addVar("risk", OBJECT)
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final LoadingCache<String, CelRuntime.Program> programs =
            Caffeine.newBuilder().maximumSize(1_000).build(Forbidden::compile);

    Answer holds(String rule, Proposed proposed) {
        try {
            var result = programs.get(rule)
                    .eval(Map.of(
                            "payload", proposed.payload(),
                            "account", proposed.account(),
                            "risk", riskOf(proposed.risk())));
            return Boolean.TRUE.equals(result) ? Answer.YES : Answer.NO;
        } catch (CelEvaluationException | IllegalArgumentException e) {
            return Answer.UNKNOWN;
        }
    }

    /** @throws IllegalArgumentException with what is wrong with the rule, for its author */
    static CelRuntime.Program compile(String rule) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(rule).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Map<String, Object> riskOf(Risk risk) {
        return Map.of(
                "affected_count", (long) risk.affectedCount(),
                "seniority", risk.seniority().name(),
                "new_segment", risk.newSegment(),
                "partial", risk.partial(),
                "degraded", risk.degraded(),
                "confidence", risk.confidence());
    }

    /** UNKNOWN: the rule touches something that is not there. A person decides then. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }
}
