package io.outrider.orchestrator.library.check;

import dev.cel.common.CelOptions;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

/** CEL with the variables that rules of triggers may use; one definition for who checks and who evaluates. */
public final class TriggerLanguage {

    private static final int MAX_ITERATIONS = 10_000;

    public static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .build();

    private TriggerLanguage() {}

    public static CelCompilerBuilder compiler() {
        var signal = MapType.create(SimpleType.STRING, SimpleType.DYN);
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("intent", SimpleType.DOUBLE)
                .addVar("kinds", SimpleType.INT)
                .addVar("strongest", SimpleType.DOUBLE)
                .addVar("stage", SimpleType.STRING)
                .addVar("signals", MapType.create(SimpleType.STRING, ListType.create(signal)))
                .setResultType(SimpleType.BOOL);
    }
}
