package io.outrider.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The generated stubs come in a jar of the same package: they are left out, or the import takes minutes. */
@AnalyzeClasses(
        packages = "io.outrider.messaging",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage("..material..", "..draft..", "..ground..", "..lint..", "..sequence..", "..call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..",
                    "com.google.protobuf..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "dev.langchain4j..",
                    "io.quarkus..",
                    "io.outrider.type.v1..",
                    "io.outrider.messaging.v1..",
                    "io.outrider.messaging.wire..",
                    "io.outrider.messaging.store..");

    @ArchTest
    static final ArchRule CHECKS_KNOW_NO_MODEL = noClasses()
            .that()
            .resideInAnyPackage("..material..", "..ground..", "..lint..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.outrider.messaging.model..", "io.outrider.kit.model..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.outrider.messaging.(*)..").should().beFreeOfCycles();
}
