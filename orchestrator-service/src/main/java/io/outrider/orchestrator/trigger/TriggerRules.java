package io.outrider.orchestrator.trigger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import io.outrider.orchestrator.library.check.TriggerLanguage;
import io.outrider.orchestrator.signal.Intent;
import io.outrider.orchestrator.signal.SignalKind;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says whether a trigger's rule holds. A rule that breaks on the data does not hold. */
@ApplicationScoped
class TriggerRules {

    private static final int MAX_CACHED = 1_000;

    private final CelCompiler compiler = TriggerLanguage.compiler().build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(TriggerLanguage.OPTIONS)
            .build();
    private final LoadingCache<String, Program> programs =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build(this::compile);

    boolean holds(String rule, Intent intent, Instant now) {
        try {
            return Boolean.TRUE.equals(programs.get(rule).eval(variables(intent, now)));
        } catch (CelEvaluationException e) {
            return false;
        } catch (IllegalStateException e) {
            Log.warnf("A trigger's rule does not compile and never fires: %s", e.getMessage());
            return false;
        }
    }

    /** The values of the rule's variables, for whoever asks why. */
    static Map<String, String> inputs(Intent intent) {
        var counts = new HashMap<String, Integer>();
        intent.parts().forEach(part -> counts.merge(part.signal().kind().name(), 1, Integer::sum));
        var inputs = new HashMap<String, String>();
        inputs.put("intent", String.format(Locale.ROOT, "%.1f", intent.score()));
        inputs.put("kinds", Integer.toString(intent.kinds()));
        inputs.put("strongest", String.format(Locale.ROOT, "%.1f", intent.strongest()));
        inputs.put("stage", intent.stage().name());
        counts.forEach((kind, count) -> inputs.put("signals." + kind, Integer.toString(count)));
        return inputs;
    }

    private static Map<String, Object> variables(Intent intent, Instant now) {
        Map<String, List<Map<String, Object>>> byKind = new HashMap<>();
        for (var kind : SignalKind.values()) {
            byKind.put(kind.name(), new ArrayList<>());
        }
        for (var part : intent.parts()) {
            var signal = part.signal();
            byKind.getOrDefault(signal.kind().name(), new ArrayList<>())
                    .add(Map.of(
                            "age_days", signal.ageDays(now),
                            "strength", part.strength(),
                            "topic", signal.topic(),
                            "source", signal.source(),
                            "party", (long) signal.party()));
        }
        return Map.of(
                "intent", intent.score(),
                "kinds", (long) intent.kinds(),
                "strongest", intent.strongest(),
                "stage", intent.stage().name(),
                "signals", byKind);
    }

    private Program compile(String rule) {
        try {
            return runtime.createProgram(compiler.compile(rule).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(rule, e);
        }
    }
}
