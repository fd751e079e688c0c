package io.outrider.review;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.outrider.review.catalogue.ActionType;
import io.outrider.review.grant.GrantSigner;
import jakarta.persistence.Entity;

@AnalyzeClasses(packages = "io.outrider.review", importOptions = DoNotIncludeTests.class)
class BordersTest {

    private static final String[] DOMAIN = {
        "..review.catalogue..",
        "..review.policy..",
        "..review.audit..",
        "..review.grant..",
        "..review.queue..",
        "..review.feed..",
        "..review.batch..",
        "..review.trust..",
        "..review.quality..",
        "..review.second..",
        "..review.simulate.."
    };

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_WIRE = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.grpc..", "com.google.protobuf..", "..review.v1..", "..type.v1..", "..review.wire..");

    @ArchTest
    static final ArchRule THE_RULES_KNOW_NO_DATABASE = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(Gatekeeper|Cell|PolicyCheck|Forbidden|SpotCheck|Policy|ActionRule|Intake|Deciding|Edits"
                            + "|Sentences|Expiry|Priority|Payload|Item|ChainWalk|Entry|Link|ActionType|Catalogue|GrantSigner)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "io.vertx..");

    @ArchTest
    static final ArchRule ROWS_STAY_AT_HOME =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ONLY_THE_CATALOGUE_MAKES_ACTION_TYPES = noClasses()
            .that()
            .resideOutsideOfPackage("..review.catalogue..")
            .should()
            .callConstructorWhere(target(owner(type(ActionType.class))));

    /** It says nothing of what was planted. */
    @ArchTest
    static final ArchRule ONLY_ONE_WAY_TO_THOSE_WHO_WAIT = noClasses()
            .that()
            .resideOutsideOfPackage("..review.feed..")
            .and()
            .doNotHaveSimpleName("Telling")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("DecisionFeed");

    /** Neither signs for what was planted. */
    @ArchTest
    static final ArchRule ONLY_THE_GATE_SIGNS_GRANTS = noClasses()
            .that()
            .doNotHaveSimpleName("Approval")
            .and()
            .doNotHaveSimpleName("Intake")
            .should()
            .callMethodWhere(target(owner(type(GrantSigner.class))).and(target(nameMatching("grant"))));

    /** Whoever judges again acts on nothing: it knows neither queue nor grants nor those who wait. */
    @ArchTest
    static final ArchRule A_SECOND_LOOK_CAN_ONLY_BE_KEPT = noClasses()
            .that()
            .resideInAPackage("..review.second..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..review.queue..",
                    "..review.grant..",
                    "..review.feed..",
                    "..review.batch..",
                    "..review.trust..",
                    "..review.slack..",
                    "..review.console..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.outrider.review.(*)..").should().beFreeOfCycles();
}
