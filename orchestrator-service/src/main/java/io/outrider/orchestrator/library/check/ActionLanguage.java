package io.outrider.orchestrator.library.check;

import dev.cel.common.CelOptions;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

/** CEL with the variables that rules of a playbook's actions may use; one definition for who checks and who evaluates. */
public final class ActionLanguage {

    private static final int MAX_ITERATIONS = 10_000;

    public static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .build();

    private ActionLanguage() {}

    /** What is known after qualification too. */
    public static CelCompilerBuilder compiler() {
        return account().addVar("score", SimpleType.INT).addVar("tier", SimpleType.STRING);
    }

    /** Of segments and questions, which the qualify service evaluates with the same options. */
    static CelCompilerBuilder account() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("fact", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar("facts", MapType.create(SimpleType.STRING, ListType.create(SimpleType.DYN)))
                .addVar("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .setResultType(SimpleType.BOOL);
    }
}
