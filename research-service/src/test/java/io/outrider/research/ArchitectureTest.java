package io.outrider.research;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.outrider.research", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "io.outrider.research.brief..",
        "io.outrider.research.read..",
        "io.outrider.research.crawl..",
        "io.outrider.research.reason..",
        "io.outrider.research.enrich.."
    };

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_WIRE_AND_NO_TABLE = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..",
                    "com.google.protobuf..",
                    "io.outrider.type..",
                    "io.outrider.research.v1..",
                    "io.outrider.research.wire..",
                    "io.outrider.research.store..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "io.quarkus.hibernate..",
                    "io.vertx.mutiny.sqlclient..");

    @ArchTest
    static final ArchRule ONLY_THE_ANALYST_KNOWS_THE_MODEL_CLIENT = noClasses()
            .that()
            .doNotHaveSimpleName("PageAnalyst")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "io.quarkiverse.langchain4j..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_OPENS_CONNECTIONS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.VertxHttp(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("io.outrider.research.(*)..").should().beFreeOfCycles();
}
