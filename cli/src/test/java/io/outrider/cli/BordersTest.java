package io.outrider.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.outrider.cli", importOptions = DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.outrider.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule accountsAreNoWireTypes = noClasses()
            .that()
            .resideInAnyPackage("..accounts..", "..launch..", "..keys..", "..postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.grpc..", "io.outrider.type..", "io.outrider.orchestrator..");
}
