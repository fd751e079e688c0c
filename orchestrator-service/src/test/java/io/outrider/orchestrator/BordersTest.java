package io.outrider.orchestrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.outrider.orchestrator",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class BordersTest {

    @ArchTest
    static final ArchRule STATES_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("..orchestrator.run.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..",
                    "com.google.protobuf..",
                    "io.vertx..",
                    "io.quarkus..",
                    "..orchestrator.v1..",
                    "..type.v1..");

    @ArchTest
    static final ArchRule CONNECTORS_KNOW_NO_RUNS = noClasses()
            .that()
            .resideInAPackage("..orchestrator.connector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..orchestrator.run..",
                    "..orchestrator.step..",
                    "..orchestrator.effect..",
                    "..orchestrator.decision..",
                    "..orchestrator.agent..",
                    "io.vertx.sqlclient..");

    @ArchTest
    static final ArchRule ONLY_THE_STEP_THAT_CLAIMS_REACHES_CONNECTORS = noClasses()
            .that()
            .resideInAnyPackage(
                    "..orchestrator.run..",
                    "..orchestrator.decision..",
                    "..orchestrator.agent..",
                    "..orchestrator.library..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..orchestrator.connector..");

    @ArchTest
    static final ArchRule STEPS_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("..orchestrator.step..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.outrider.orchestrator.(*)..").should().beFreeOfCycles();
}
