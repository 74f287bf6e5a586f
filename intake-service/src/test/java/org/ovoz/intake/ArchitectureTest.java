package org.ovoz.intake;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.transport.carrier.CarrierClient;
import org.ovoz.transport.media.CarrierMedia;

/** The rules of the house that no compiler holds up. */
@AnalyzeClasses(packages = ArchitectureTest.INTAKE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String INTAKE = "org.ovoz.intake";

    @ArchTest
    static final ArchRule featuresDoNotRunInCircles =
            slices().matching(INTAKE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyChannelsKnowTheDoor = noClasses()
            .that()
            .resideOutsideOfPackages(INTAKE, INTAKE + ".channel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTAKE);

    @ArchTest
    static final ArchRule aChannelNeverImportsAnother = slices().matching(INTAKE + ".channel.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(INTAKE + ".channel.twilio"));

    @ArchTest
    static final ArchRule whatComesInGoesThroughTheOneDoor = noClasses()
            .that()
            .resideInAPackage(INTAKE + ".channel..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    INTAKE + ".conversation..",
                    INTAKE + ".sealing..",
                    INTAKE + ".routing..",
                    INTAKE + ".outbox..",
                    INTAKE + ".orders.."));

    @ArchTest
    static final ArchRule onlyOutboxTeamsCoverageAndTheirTopicTouchKafka = noClasses()
            .that()
            .resideOutsideOfPackages(INTAKE + ".outbox", INTAKE + ".teams", INTAKE + ".coverage", INTAKE + ".topic")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.apache.kafka..", "io.cloudevents..", "org.eclipse.microprofile.reactive.messaging.."));

    @ArchTest
    static final ArchRule onlyContactReadsNumbers = noClasses()
            .that()
            .resideOutsideOfPackage(INTAKE + ".contact")
            .should()
            .callMethod(PhoneNumber.class, "raw")
            .orShould()
            .dependOnClassesThat(equivalentTo(org.ovoz.transport.carrier.PhoneNumber.class));

    @ArchTest
    static final ArchRule onlyContactTalksToTheCarrier = noClasses()
            .that()
            .resideOutsideOfPackage(INTAKE + ".contact")
            .should()
            .callMethodWhere(
                    target(owner(equivalentTo(CarrierClient.class))).and(target(nameMatching("send|list|delete"))));

    @ArchTest
    static final ArchRule onlyAttachmentAsksTheCarrierForMedia = noClasses()
            .that()
            .resideOutsideOfPackage(INTAKE + ".attachment")
            .should()
            .callMethodWhere(target(owner(equivalentTo(CarrierMedia.class))));

    @ArchTest
    static final ArchRule sealingImportsNoOtherFeature = classes()
            .that()
            .resideInAPackage(INTAKE + ".sealing")
            .should()
            .onlyDependOnClassesThat(resideInAPackage(INTAKE + ".sealing").or(not(resideInAPackage(INTAKE + ".."))));

    @ArchTest
    static final ArchRule timeIsAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
