package io.outrider.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.outrider.sandbox", importOptions = DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule ENDPOINTS_KNOW_NOTHING_OF_EACH_OTHER =
            slices().matching("io.outrider.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_OUTSIDE_WORLD_KNOWS_NOTHING_OF_THE_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.grpc..", "io.outrider.type..", "io.outrider.kit..");

    @ArchTest
    static final ArchRule ENDPOINTS_RECORD_NOTHING_THEMSELVES = noClasses()
            .that()
            .resideInAnyPackage("..site..", "..crm..", "..sequencer..", "..slack..", "..model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..received..");
}
