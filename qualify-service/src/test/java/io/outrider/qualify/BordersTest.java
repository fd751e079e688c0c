package io.outrider.qualify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.outrider.qualify", importOptions = DoNotIncludeTests.class)
class BordersTest {

    private static final String[] DOMAIN = {
        "io.outrider.qualify.fact",
        "io.outrider.qualify.rule",
        "io.outrider.qualify.question",
        "io.outrider.qualify.library",
        "io.outrider.qualify.match",
        "io.outrider.qualify.score",
    };

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_TRANSPORT_STORE_OR_MODEL = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..",
                    "com.google.protobuf..",
                    "io.outrider.qualify.v1..",
                    "io.outrider.type.v1..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "io.quarkus.hibernate..",
                    "dev.langchain4j..",
                    "io.quarkiverse..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRE_AND_THE_SERVICE_KNOW_THE_CONTRACT = noClasses()
            .that()
            .resideOutsideOfPackages("io.outrider.qualify.wire", "io.outrider.qualify", "io.outrider.qualify.v1")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.outrider.qualify.v1..", "io.outrider.type.v1..");

    @ArchTest
    static final ArchRule ONLY_RULE_KNOWS_CEL = noClasses()
            .that()
            .resideOutsideOfPackage("io.outrider.qualify.rule")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    @ArchTest
    static final ArchRule ONLY_MODEL_KNOWS_THE_MODEL_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("io.outrider.qualify.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "io.quarkiverse..");

    @ArchTest
    static final ArchRule THE_WIRE_STAYS_OUT_OF_THE_STORE_AND_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("io.outrider.qualify.wire")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.outrider.qualify.model", "jakarta.persistence..", "io.quarkus.hibernate..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.outrider.qualify.(*)..").should().beFreeOfCycles();
}
