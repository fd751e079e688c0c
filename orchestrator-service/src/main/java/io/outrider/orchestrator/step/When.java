package io.outrider.orchestrator.step;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import io.outrider.orchestrator.library.check.ActionLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Says whether a playbook's action applies. A rule that touches what is not known does not hold. */
@ApplicationScoped
class When {

    private static final int MAX_CACHED = 1_000;

    private final CelCompiler compiler = ActionLanguage.compiler().build();

    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(ActionLanguage.OPTIONS)
            .build();

    private final LoadingCache<String, Program> programs =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build(this::compile);

    /** @param trouble why the rule could not be evaluated; empty where it could */
    record Answer(boolean holds, String trouble) {}

    /** @param rule empty always holds */
    Answer of(String rule, Map<String, Object> facts) {
        if (rule.isBlank()) {
            return new Answer(true, "");
        }
        try {
            return new Answer(Boolean.TRUE.equals(programs.get(rule).eval(facts)), "");
        } catch (CelEvaluationException e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Answer(false, rule + " could not be evaluated: " + why);
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
